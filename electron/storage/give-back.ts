/** Closed from the start: what is posted to it goes nowhere. */
const nowhere = (() => {
  const { port1, port2 } = new MessageChannel();
  port1.close();
  port2.close();
  return port1;
})();

/**
 * Gives memory back at once that nobody reads any more. Ciphers put what they make into new memory each time; waiting for
 * it to be found unused costs, over a long file, more than the encryption. It is empty afterwards.
 * @param bytes each the whole of its memory.
 */
export function giveBack(bytes: readonly Uint8Array[]): void {
  const whole = bytes.filter(({ byteLength, buffer }) => byteLength > 0 && byteLength === buffer.byteLength);
  if (whole.length > 0)
    nowhere.postMessage(
      null,
      whole.map(({ buffer }) => buffer as ArrayBuffer),
    );
}
