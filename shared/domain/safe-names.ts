const longest = 80; // UTF-16 units: at most 240 bytes, under the 255 every file system allows
const longestExtension = 16;

// Device names of Windows, with any extension or none; the raised digits count as digits there.
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

/** The extension with its dot; empty where there is none worth the name. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot) : '';
  return extension.length > 1 && extension.length <= longestExtension && !extension.includes(' ')
    ? extension
    : '';
}

/** Cuts without leaving half a character behind. */
function cut(text: string, length: number): string {
  const part = text.slice(0, Math.max(0, length));
  return /[\uD800-\uDBFF]$/.test(part) ? part.slice(0, -1) : part;
}

/** Cuts the name, not its extension, so that the whole stays within `length`. */
function shorten(name: string, length: number): string {
  if (name.length <= length) return name;
  const extension = extensionOf(name);
  return `${cut(name, length - extension.length).replace(/[ .]+$/, '')}${extension}`;
}

/** Without what a file system, a command or a reader could stumble over. */
const cleaned = (name: string): string =>
  name
    .replaceAll(/[\p{Z}\s]/gu, ' ')
    .replaceAll(/\p{C}/gu, '')
    .normalize('NFC')
    .replaceAll(/ +/g, ' ')
    .replaceAll(/[<>:"/\\|?*]/g, '-')
    .replace(/^[ .~-]+/, '')
    .replace(/[ .]+$/, '');

/**
 * As many whole words of a text as fit into `length`, safe as part of a name; empty where the first is too long by
 * itself. What is cut is cut between words.
 */
export function safeWords(text: string, length: number): string {
  const whole = cleaned(text);
  if (whole.length <= length) return whole;
  const end = whole.lastIndexOf(' ', Math.max(0, length));
  return whole.slice(0, Math.max(0, end)).replace(/[ .,;:-]+$/, '');
}

/**
 * A name that is one path segment and can be written, seen and opened on Windows, macOS and Linux: no separators,
 * controls, invisible or direction-changing characters, no reserved device name, nothing hidden, no option for a
 * command, not too long. The extension stays. @param fallback used when nothing is left.
 */
export function safeName(name: string, fallback: string, length = longest): string {
  const clean = cleaned(name);
  const kept = shorten(clean === '' ? fallback : clean, length - 1);
  return reserved.test(kept) ? `_${kept}` : kept;
}

/** How a file system that ignores case and normal forms would read a name. */
const sameAs = (name: string) => name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');

/** Gives names of one folder, each safe and none like another: the second `scan.pdf` becomes `scan (2).pdf`. */
export function createNames(): (name: string, fallback: string, length?: number) => string {
  const taken = new Set<string>();
  return (name, fallback, length = longest) => {
    const safe = safeName(name, fallback, length);
    for (let count = 1; ; count += 1) {
      const extension = extensionOf(safe);
      const mark = count === 1 ? '' : ` (${count})`;
      const stem = safe.slice(0, safe.length - extension.length);
      const tried = `${cut(stem, length - extension.length - mark.length)}${mark}${extension}`;
      if (taken.has(sameAs(tried))) continue;
      taken.add(sameAs(tried));
      return tried;
    }
  };
}
