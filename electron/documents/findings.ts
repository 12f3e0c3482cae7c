import {
  type Area,
  documentLimits,
  type HiddenFinding,
  type HiddenKind,
} from '#shared/domain/documents/text.ts';

/** A finding, its words cut to length. */
export function finding(
  what: HiddenKind,
  label: string,
  text: string,
  where: { readonly page?: number; readonly area?: Area } = {},
): HiddenFinding {
  return {
    what,
    page: where.page ?? where.area?.page ?? null,
    area: where.area ?? null,
    label: label.slice(0, 200),
    text: text.trim().slice(0, documentLimits.finding),
  };
}
