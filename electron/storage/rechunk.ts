/** The same bytes in pieces of exactly `size`, but for the last, which is marked and may be empty. */
export async function* rechunk(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly chunk: Uint8Array; readonly last: boolean }> {
  let buffer = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const piece of bytes) {
    let rest = piece;
    while (rest.length > 0) {
      // A full buffer waits for more to come, because the last piece has to be known as the last.
      if (filled === size) {
        yield { chunk: buffer, last: false };
        buffer = Buffer.allocUnsafe(size);
        filled = 0;
      }
      const part = rest.subarray(0, size - filled);
      buffer.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
    }
  }
  yield { chunk: buffer.subarray(0, filled), last: true };
}
