import { isoDateSchema, ukDate } from '#shared/domain/dates.ts';
import type { GuidancePack, PackSource } from '#shared/domain/guidance-pack.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';

/** A source's own date after `before`, days as UK readers write them; nothing where it has none. */
export function sourceDate({ date }: PackSource, before: string): string {
  if (date === null) return '';
  return before + (isoDateSchema.safeParse(date).success ? ukDate(date) : date);
}

/** Who published what, when: `General Medical Council: Specialty guidance, 2022-23`. @param id a source of the pack or of the shared rules. */
export function sourceWords(pack: GuidancePack, id: string): string {
  const source = applicationGuideOf(pack).sourceOf(id);
  return source === undefined ? '' : `${source.publisher}: ${source.title}${sourceDate(source, ', ')}`;
}
