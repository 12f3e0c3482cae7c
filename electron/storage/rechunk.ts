/**
 * The same bytes in pieces of exactly `size`, but for the last, which is marked and may be empty. A piece is good until
 * the next but one: two rooms are used in turn, so that a long file does not leave its length in garbage.
 */
export async function* rechunk(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly chunk: Uint8Array; readonly last: boolean }> {
  const rooms = [Buffer.allocUnsafe(size), Buffer.allocUnsafe(size)] as const;
  let turn: 0 | 1 = 0;
  let buffer = rooms[turn];
  let filled = 0;
  for await (const piece of bytes) {
    let rest = piece;
    while (rest.length > 0) {
      // A full buffer waits for more to come, because the last piece has to be known as the last.
      if (filled === size) {
        yield { chunk: buffer, last: false };
        turn = turn === 0 ? 1 : 0;
        buffer = rooms[turn];
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
