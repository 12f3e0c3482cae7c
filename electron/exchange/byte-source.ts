import type { RandomBytes } from '../services/ports/exchange.ts';

/** Bytes that can be read from anywhere within. */
export type ByteSource = RandomBytes;

const stretch = 1024 ** 2;

/** The bytes from `from` up to `to`, in pieces. */
export async function* stretchOf(source: ByteSource, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let position = from; position < to; ) {
    // Whole stretches of the source, so that what it keeps at hand is used once and whole.
    const end = Math.min(to, (Math.floor(position / stretch) + 1) * stretch);
    yield await source.read(position, end - position);
    position = end;
  }
}

export async function wholeOf(source: ByteSource, from: number, to: number): Promise<Buffer> {
  const whole = Buffer.allocUnsafe(to - from);
  let at = 0;
  for await (const piece of stretchOf(source, from, to)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
