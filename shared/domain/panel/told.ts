import { z } from 'zod';
import { strengthSchema } from '../coverage/types.ts';
import type { LastTime } from './brief.ts';

/** As much of any signed report's model as tells how the coverage stood. */
const toldSchema = z.object({
  capabilities: z.array(
    z.object({ code: z.string(), strength: strengthSchema, items: z.number(), inWindow: z.number() }),
  ),
});

/** How coverage stood by the text of a signed report's model; undefined for a text that is none. */
export function toldByReport(text: string): LastTime['coverage'] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = toldSchema.safeParse(value);
  if (!read.success) return undefined;
  return new Map(
    read.data.capabilities.map(({ code, strength, items, inWindow }) => [
      code,
      { strength, items, inWindow },
    ]),
  );
}
