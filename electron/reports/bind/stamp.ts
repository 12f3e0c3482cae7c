import { degrees, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';

const size = 7; // points
const inset = 14;
const grey = rgb(0.3, 0.38, 0.45);
const white = rgb(1, 1, 1);

/** Writes a line at the foot of a page as it is shown, however the page is turned and cropped, on a strip of white. */
export function stampFoot(page: PDFPage, text: string, font: PDFFont): void {
  const turned = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const box = page.getCropBox();
  const wide = font.widthOfTextAtSize(text, size);
  // The foot of the shown page is another side of the paper where the page is turned.
  const corners = {
    0: { x: box.x + inset, y: box.y + inset },
    90: { x: box.x + box.width - inset, y: box.y + inset },
    180: { x: box.x + box.width - inset, y: box.y + box.height - inset },
    270: { x: box.x + inset, y: box.y + box.height - inset },
  };
  const { x, y } = corners[turned];
  const rotate = degrees(turned);
  page.drawRectangle({ x, y, width: wide, height: size, rotate, color: white, opacity: 0.85 });
  page.drawText(text, { x, y: turned === 0 ? y + 1 : y, size, font, color: grey, rotate });
}
