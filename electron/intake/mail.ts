import PostalMime, { type Address } from 'postal-mime';
import type { Mail } from '#shared/domain/intake/mail.ts';
import { htmlText } from './html-text.ts';
import { refused } from './refused.ts';

const mostAttachments = 100;
const longest = 200_000; // characters of text

const addressWords = (address: Address | undefined): string => {
  if (address === undefined) return '';
  if (address.group !== undefined) return address.name;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
};

/** The day as the sender's clock had it; the header says it before the zone is reckoned with. */
function dayOf(raw: string | undefined): string | null {
  const found = /(\d{1,2})\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+(\d{4})/i.exec(
    raw ?? '',
  );
  const time = Date.parse(found === null ? (raw ?? '') : `${found[1]} ${found[2]} ${found[3]} UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

/** One e-mail. Pictures that only belong to its HTML are left out. Fails with IMPORT_REFUSED. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 32, maxRfc822NestingDepth: 2 });
  } catch {
    throw refused('not-readable');
  }
  const { headers, from, subject, text, html } = mail;
  // Any text passes for an e-mail without headers.
  if (from === undefined && !headers.some(({ key }) => key === 'date' || key === 'subject'))
    throw refused('not-readable');
  const kept = mail.attachments.filter(
    ({ related, disposition }) => related !== true || disposition === 'attachment',
  );
  if (kept.length > mostAttachments) throw refused('too-large');
  return {
    subject: (subject ?? '').trim(),
    from: addressWords(from),
    sentOn: dayOf(headers.find(({ key }) => key === 'date')?.value),
    text: (text?.trim() || htmlText(html ?? '')).slice(0, longest),
    attachments: kept.map(({ filename, content }, at) => ({
      name:
        (filename ?? '')
          .replace(/.*[\\/]/, '')
          .slice(-255)
          .trim() || `attachment ${at + 1}`,
      bytes: bytesOf(content),
    })),
  };
}
