import { z } from 'zod';
import { viewSearchSchema } from '#renderer/ui/viewer/view-search.ts';
import { evidenceTypeIdSchema } from '#shared/domain/evidence.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import { capabilityCodeSchema } from '#shared/domain/ids.ts';

/**
 * What a new item starts with, so that a gap can say "add evidence here". `answer` is one of the type's own questions
 * with its answer, `tool:mcr`. What makes no sense is left out.
 */
export const newItemSearchSchema = viewSearchSchema.extend({
  type: evidenceTypeIdSchema.optional().catch(undefined),
  capability: capabilityCodeSchema.optional().catch(undefined),
  answer: z.string().max(120).optional().catch(undefined),
});

/** The details a new item of the type starts with. @param answer `field:value`, kept when the type offers it. */
export function detailsFrom(type: EvidenceTypeId | null, answer: string | undefined): Record<string, string> {
  const [id = '', value = ''] = (answer ?? '').split(':');
  const field = type === null ? undefined : evidenceTypeById(type).fields.find((one) => one.id === id);
  return field?.options?.some((option) => option.value === value) === true ? { [id]: value } : {};
}
