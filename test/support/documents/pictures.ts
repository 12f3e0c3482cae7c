import { createCanvas } from '@napi-rs/canvas';
import { generate } from 'lean-qr';

/** A QR code as a picture: black on white, with room around it. */
export function qrPicture(text: string, dot = 6): Buffer {
  const code = generate(text);
  const side = (code.size + 8) * dot;
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#000000';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1)
      if (code.get(x, y)) context.fillRect((x + 4) * dot, (y + 4) * dot, dot, dot);
  return canvas.toBuffer('image/png');
}

/** A red field with a blue corner at the top left. */
function field() {
  const canvas = createCanvas(64, 48);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, 64, 48);
  context.fillStyle = '#0000ff';
  context.fillRect(0, 0, 16, 16);
  return canvas;
}
export const plainPng = (): Buffer => field().toBuffer('image/png');

/** Little-endian TIFF with a camera's owner and a place in London. */
function exif(owner: string): Buffer {
  const bytes = Buffer.alloc(200 + owner.length);
  const entry = (at: number, tag: number, kind: number, count: number, value: number | string) => {
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(kind, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    if (typeof value === 'string') bytes.write(value, at + 8, 'latin1');
    else bytes.writeUInt32LE(value, at + 8);
  };
  bytes.write('II*\0', 0, 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(2, 8);
  entry(10, 0x013b, 2, owner.length + 1, 150); // Artist
  entry(22, 0x8825, 4, 1, 38); // GPS
  bytes.writeUInt32LE(0, 34);
  bytes.writeUInt16LE(4, 38);
  entry(40, 1, 2, 2, 'N');
  entry(52, 2, 5, 3, 100);
  entry(64, 3, 2, 2, 'W');
  entry(76, 4, 5, 3, 124);
  for (const [index, value] of [51, 30, 0].entries()) {
    bytes.writeUInt32LE(value, 100 + index * 8);
    bytes.writeUInt32LE(1, 104 + index * 8);
  }
  for (const [index, value] of [0, 7, 30].entries()) {
    bytes.writeUInt32LE(value, 124 + index * 8);
    bytes.writeUInt32LE(1, 128 + index * 8);
  }
  bytes.write(owner, 150, 'latin1');
  return bytes;
}

/** A photograph with its photographer, its place, a comment, and something after its end. */
export function photograph({
  owner,
  comment,
  after,
}: {
  owner: string;
  comment: string;
  after: string;
}): Buffer {
  const jpeg = field().toBuffer('image/jpeg');
  const segment = (marker: number, content: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  };
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(owner)])),
    segment(0xfe, Buffer.from(comment)),
    jpeg.subarray(2),
    Buffer.from(after),
  ]);
}
