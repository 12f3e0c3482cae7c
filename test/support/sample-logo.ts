import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { LogoFile } from '#electron/services/ports/reporting.ts';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A PNG of three bands of blue, with a see-through edge. */
export function samplePng(width = 460, height = 180): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8); // eight bits a channel, with alpha
  const row = (y: number) => {
    const line = Buffer.alloc(1 + width * 4);
    const band = Math.floor((y * 3) / height);
    for (let x = 0; x < width; x += 1) {
      const edge = x < 6 || y < 6 || x >= width - 6 || y >= height - 6;
      line.set([0, 40 + band * 50, 135 + band * 40, edge ? 0 : 255], 1 + x * 4);
    }
    return line;
  };
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, (_, y) => row(y))));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function sampleLogo(): LogoFile {
  const bytes = samplePng();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { mediaType: 'image/png', width: 460, height: 180, sha256, bytes };
}
