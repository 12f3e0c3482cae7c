/** What a disk keeps or loses at once: no known disk has smaller ones. */
const sector = 512;

/**
 * Whether parts of a line never arrived at the disk although what follows them did: a power cut while the line was
 * being written leaves whole sectors of zeros, which no line ever holds. Such a line was never synced, hence never
 * acknowledged. Only a journal's very last line may be asked about.
 * @param from the line's first byte. @param end its line break.
 */
export function isUnfinished(content: Uint8Array, from: number, end: number): boolean {
  let at = content.indexOf(0, from);
  if (at === -1 || at >= end) return false;
  while (at !== -1 && at < end) {
    if (at !== from && at % sector !== 0) return false;
    while (at < end && content[at] === 0) at += 1;
    if (at % sector !== 0) return false;
    at = content.indexOf(0, at);
  }
  return true;
}
