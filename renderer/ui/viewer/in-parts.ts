const about = 4000; // characters: a few screens

/** A long text in parts that are drawn only when they come into sight; joined they are the text, letter by letter. */
export function inParts(text: string): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const line = text.indexOf('\n', at + about);
    // A text without lines is cut where it stands, but never within a letter of two halves.
    const far = at + about * 2;
    const split = /[\uD800-\uDBFF]/.test(text[far - 1] ?? '') ? far + 1 : far;
    const end = line === -1 || line > far ? Math.min(text.length, split) : line + 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}
