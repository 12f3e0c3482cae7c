import { z } from 'zod';
import type { SignatureField } from '#electron/services/ports.ts';

/** Room for one signature. `page` counts from 0; `rect` is [left, bottom, right, top] in points from the page's bottom left. */
export type SignaturePlace = {
  readonly fieldName: string;
  readonly page: number;
  readonly rect: readonly [x1: number, y1: number, x2: number, y2: number];
};

/** What the template says of a reserved rectangle: page from 1, points from the page's top left. */
const reservedSchema = z.array(
  z.object({
    field: z.string(),
    page: z.number().int().min(1),
    x: z.number(),
    y: z.number(),
    width: z.number().positive(),
    height: z.number().positive(),
    pageHeight: z.number().positive(),
  }),
);

const tenth = (points: number) => Math.round(points * 10) / 10;

/** Turns the template's answer into PDF coordinates. Throws when a signer has no room or more than one. */
export function signaturePlaces(
  reserved: readonly unknown[],
  signers: readonly SignatureField[],
): readonly SignaturePlace[] {
  const places = reservedSchema.parse(reserved);
  return signers.map(({ fieldName }) => {
    const [place, another] = places.filter((candidate) => candidate.field === fieldName);
    if (place === undefined || another !== undefined) throw new Error('report template: signature place');
    const top = place.pageHeight - place.y;
    return {
      fieldName,
      page: place.page - 1,
      rect: [tenth(place.x), tenth(top - place.height), tenth(place.x + place.width), tenth(top)],
    };
  });
}
