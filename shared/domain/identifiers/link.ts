import { eachMatch } from './context.ts';
import type { Rule } from './types.ts';

const address = /\b(?:https?:\/\/|www\.)[^\s<>"'⟧]{3,2000}/gi;
/** Published literature and guidance: their numbers name papers, not people. */
const published =
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:doi\.org|ncbi\.nlm\.nih\.gov|nice\.org\.uk|bmj\.com|thelancet\.com|nejm\.org|cochrane\.org|cochranelibrary\.com|orcid\.org|sign\.ac\.uk|who\.int|resus\.org\.uk|gmc-uk\.org|rcp\.ac\.uk|gov\.uk|isrctn\.com|clinicaltrials\.gov)(?:[/?#:]|$)/i;
const shared =
  /sharepoint\.|onedrive\.|1drv\.ms|dropbox\.|drive\.google|docs\.google|forms\.(?:gle|office)|wetransfer|box\.com|teams\.microsoft|zoom\.us|icloud\.com/i;
const carriesReference =
  /[?&#][^=\s]{1,60}=[^&\s]{3,}|[0-9]{5,}|[0-9a-f]{8}-[0-9a-f]{4}-|[/=][A-Za-z0-9_-]{18,}/i;

/** Links that lead to a document or carry a reference; a web site's plain address is none. */
export const links: Rule = (text) =>
  eachMatch(text, address, ({ 0: written, index: start }) => {
    const trimmed = written.replace(/[).,;:]{1,5}$/, '');
    const isShared = shared.test(trimmed);
    if (!isShared && (published.test(trimmed) || !carriesReference.test(trimmed))) return undefined;
    return {
      start,
      end: start + trimmed.length,
      confidence: isShared ? 'high' : 'medium',
      why: isShared ? 'A link to a shared document.' : 'A link that carries a number or a reference.',
    };
  });
