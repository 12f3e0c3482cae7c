// Widths of Helvetica's letters from space to tilde, in thousandths of the font's size.
const helvetica = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 ' +
  '584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 ' +
  '611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 ' +
  '722 500 500 500 334 260 334 584'
)
  .split(' ')
  .map(Number);
const usual = 556;

/**
 * Where each letter of a text begins, as a share of the whole width: what is known is only how wide the whole is, and
 * letters share it much as Helvetica's do. One more entry than letters; the last is 1.
 */
export function letterShares(text: string): readonly number[] {
  const ends = [0];
  let total = 0;
  for (let index = 0; index < text.length; index += 1) {
    total += helvetica[text.charCodeAt(index) - 32] ?? usual;
    ends.push(total);
  }
  return total === 0 ? ends : ends.map((end) => end / total);
}
