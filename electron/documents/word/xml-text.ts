/**
 * Reads the XML of a Word file step by step, without building anything: no entity of the file's own is ever resolved, and
 * what is not well formed only reads oddly.
 */
export type XmlStep =
  | { readonly open: string; readonly attributes: string; readonly empty: boolean }
  | { readonly close: string }
  | { readonly text: string };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? all;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

export function* stepsOf(xml: string): Generator<XmlStep> {
  const token = /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|<[?!][^>]*>|([^<]+)/g;
  for (const [, closing, name, attributes, empty, text] of xml.matchAll(token)) {
    if (text !== undefined) yield { text: unescapeXml(text) };
    else if (name === undefined) continue;
    else if (closing === '/') yield { close: name };
    else yield { open: name, attributes: attributes ?? '', empty: empty === '/' };
  }
}

export function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return unescapeXml(found?.[1] ?? found?.[2] ?? '');
}

const breaks: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n' };

/** The words between the tags, one paragraph on each line. @param kinds elements that hold words. */
export function wordsOf(xml: string, kinds: readonly string[] = ['w:t']): string {
  const out: string[] = [];
  let within = 0;
  for (const step of stepsOf(xml)) {
    if ('text' in step) {
      if (within > 0) out.push(step.text);
    } else if ('open' in step) {
      if (kinds.includes(step.open) && !step.empty) within += 1;
      out.push(breaks[step.open] ?? '');
    } else {
      if (kinds.includes(step.close)) within -= 1;
      if (step.close === 'w:p') out.push('\n');
    }
  }
  return out.join('').trim();
}
