const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  pound: '£',
  euro: '€',
  bull: '•',
  copy: '©',
};
const silent = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'object']);
const breaking = new Set([
  'br',
  'p',
  'div',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
  'hr',
]);

const decoded = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, number, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = number === undefined ? Number.parseInt(String(hex), 16) : Number(number);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });

/** The words of an HTML text, in one pass. Nothing of it is shown, run or asked for. */
export function htmlText(html: string): string {
  const out: string[] = [];
  let at = 0;
  let quiet: string | null = null;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const text = html.slice(at, open === -1 ? undefined : open);
    if (quiet === null) out.push(decoded(text.replace(/\s+/g, ' ')));
    if (open === -1) break;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end === -1 ? html.length : end + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    const tag = /^<(\/?)([a-z0-9]+)/i.exec(html.slice(open, open + 40));
    // A sign for "less", not a tag.
    if (tag === null || close === -1) {
      if (quiet === null) out.push('<');
      at = open + 1;
      continue;
    }
    const [, slash = '', name = ''] = tag;
    const kind = name.toLowerCase();
    if (quiet === null && slash === '' && silent.has(kind)) quiet = kind;
    else if (quiet === kind && slash === '/') quiet = null;
    if (breaking.has(kind)) out.push('\n');
    at = close + 1;
  }
  return out
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
