import { drawLine, points } from './draw-text.ts';

/** Left, bottom, right and top in points. */
export type Rect = readonly [number, number, number, number];
/** What a signed field shows: everything in it follows from the signature itself. */
export type ShownFacts = {
  /** The claimed time, ISO, UTC. */
  readonly at: string;
  /** SHA-256 of the signer's certificate. */
  readonly certificate: string;
};

const blue = '0 0.369 0.722';
const darkBlue = '0 0.188 0.529';
const ink = '0.129 0.169 0.196';
const quiet = '0.298 0.384 0.447';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The room the lines below are set for; smaller fields scale them down. */
const room = { width: 232, height: 56 };

/** The whole object: a form that draws its content in a box of the field's size. */
function formSource([left, bottom, right, top]: Rect, content: string): string {
  const box = `[0 0 ${(right - left).toFixed(2)} ${(top - bottom).toFixed(2)}]`;
  const dict = `<</Type /XObject /Subtype /Form /BBox ${box} /Resources <<>> /Length ${content.length}>>`;
  return `${dict}\nstream\n${content}\nendstream`;
}

const scaleFor = ([left, bottom, right, top]: Rect): number =>
  Math.min(1, (right - left) / room.width, (top - bottom) / room.height);

/** `20 Nov 2026 14:02 UTC` */
export function shownTime(at: string): string {
  const month = months[Number(at.slice(5, 7)) - 1] ?? '';
  return `${Number(at.slice(8, 10))} ${month} ${at.slice(0, 4)} ${at.slice(11, 16)} UTC`;
}

/** What a field shows before anyone has signed in it. */
export function unsignedAppearance(rect: Rect): string {
  const scale = scaleFor(rect);
  const middle = (rect[3] - rect[1]) / 2;
  const size = 10 * scale;
  return formSource(
    rect,
    drawLine({
      text: 'Not signed yet',
      x: 12 * scale,
      y: middle - size * 0.36,
      size,
      colour: quiet,
    }),
  );
}

/** What a field shows once it is signed: that it is, when by the signing computer's clock, and with which certificate. */
export function signedAppearance(rect: Rect, { at, certificate }: ShownFacts): string {
  const scale = scaleFor(rect);
  const height = rect[3] - rect[1];
  const middle = height / 2;
  const groups = certificate.slice(0, 16).match(/.{4}/g) ?? [];
  const line = (text: string, y: number, size: number, colour: string) =>
    drawLine({ text, x: 12 * scale, y: middle + y * scale, size: size * scale, colour });
  const bar = `q ${blue} rg ${points(3 * scale)} ${points(5 * scale)} ${points(2.5 * scale)} ${points(height - 10 * scale)} re f Q`;
  return formSource(
    rect,
    [
      bar,
      line('Signed electronically', 10, 11, darkBlue),
      line(`${shownTime(at)} (this computer's clock)`, -4, 8, ink),
      line(`Certificate ${groups.join(' ')} ...`, -16, 8, ink),
    ].join('\n'),
  );
}

/** What fields of reports made by Waymark 0.1.0 show, signed or not: nothing. */
export const blankAppearance = (rect: Rect): string => formSource(rect, '');
