import type { HiddenFinding } from '#shared/domain/documents/text.ts';
import { finding } from '../findings.ts';
import { hiddenInPicture } from '../image/hidden-in-image.ts';
import { attribute, stepsOf, wordsOf } from './xml-text.ts';

type Parts = ReadonlyMap<string, Buffer>;

const properties = /^docProps\/(?:core|app|custom)\.xml$/;
// Counters and settings that say nothing of anybody.
const dull =
  /^(?:Template|TotalTime|Pages|Words|Characters|Application|DocSecurity|Lines|Paragraphs|ScaleCrop|LinksUpToDate|CharactersWithSpaces|SharedDoc|HyperlinksChanged|AppVersion|revision|created|modified|lastPrinted|i4|lpstr|vector|variant|bool)$/;

function propertiesIn(xml: string): readonly HiddenFinding[] {
  const found: HiddenFinding[] = [];
  let label = '';
  let custom = '';
  for (const step of stepsOf(xml)) {
    if ('open' in step) {
      label = step.open.replace(/^\w+:/, '');
      if (label === 'property') custom = attribute(step.attributes, 'name');
    } else if ('text' in step && step.text.trim() !== '') {
      if (custom !== '' || !dull.test(label)) found.push(finding('metadata', custom || label, step.text));
    } else if ('close' in step && step.close.endsWith('property')) custom = '';
  }
  return found;
}

/** Each element of one kind: its attributes and all within it, as XML. Elements of a kind do not nest here. */
function* elementsOf(
  xml: string,
  name: string,
): Generator<{ readonly attributes: string; readonly inner: string }> {
  const pattern = new RegExp(`<${name}(\\s[^>]*[^/>]|\\s*)>([\\s\\S]*?)</${name}>`, 'g');
  for (const [, attributes = '', inner = ''] of xml.matchAll(pattern)) yield { attributes, inner };
}

function changesIn(xml: string): readonly HiddenFinding[] {
  return ['w:del', 'w:ins', 'w:moveFrom'].flatMap((name) =>
    [...elementsOf(xml, name)].flatMap(({ attributes, inner }) => {
      const text = wordsOf(inner, ['w:t', 'w:delText']);
      return text === '' ? [] : [finding('tracked-change', attribute(attributes, 'w:author'), text)];
    }),
  );
}

/** Runs that are set not to be shown. */
function vanishedIn(xml: string): readonly HiddenFinding[] {
  return [...elementsOf(xml, 'w:r')].flatMap(({ inner }) => {
    if (!/<w:vanish(?:\s*\/>|\s+w:val="(?:1|true|on)")/.test(inner)) return [];
    const text = wordsOf(inner);
    return text === '' ? [] : [finding('hidden-text', '', text)];
  });
}

function commentsIn(xml: string): readonly HiddenFinding[] {
  return [...elementsOf(xml, 'w:comment')].map(({ attributes, inner }) =>
    finding('comment', attribute(attributes, 'w:author'), wordsOf(inner)),
  );
}

/** What a Word file holds that its pages do not show. */
export async function hiddenInWord(parts: Parts): Promise<readonly HiddenFinding[]> {
  const found: HiddenFinding[] = [];
  for (const [name, bytes] of parts) {
    const xml = () => bytes.toString('utf8');
    if (properties.test(name)) found.push(...propertiesIn(xml()));
    else if (/^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name))
      found.push(...changesIn(xml()), ...vanishedIn(xml()));
    else if (/^word\/comments\.xml$/.test(name)) found.push(...commentsIn(xml()));
    else if (/^word\/embeddings\//.test(name)) found.push(finding('embedded-file', name.slice(16), ''));
    else if (/^word\/vbaProject/.test(name)) found.push(finding('script', name.slice(5), ''));
    else if (/^word\/media\//.test(name)) {
      const inside = await hiddenInPicture(bytes);
      found.push(
        ...inside.map((each) => ({ ...each, label: `${name.slice(11)}: ${each.label}`, page: null })),
      );
    }
  }
  return found;
}
