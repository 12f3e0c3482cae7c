import type { FieldValues } from 'react-hook-form';
import { z } from 'zod';
import { issueCode } from '#renderer/text/issue-words.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';

/**
 * A schema for a form whose content may be half filled: it never changes the values, it only says which fields are
 * at fault, so that each shows its own words.
 */
export const draftSchema = <D extends FieldValues>(
  faultsOf: (draft: D) => readonly Issue[],
): z.ZodType<D, D> =>
  z.custom<D>().transform((draft, context) => {
    for (const { path, code } of faultsOf(draft)) {
      context.issues.push({ code: 'custom', input: draft, path: [...path], message: code });
    }
    return draft;
  });

/** What a value comes to under a schema, or its faults below `at`. */
export type Held<O> =
  | { readonly value: O; readonly faults: readonly [] }
  | { readonly value: null; readonly faults: readonly Issue[] };

export function hold<O>(schema: z.ZodType<O>, value: unknown, at: Issue['path']): Held<O> {
  const parsed = schema.safeParse(value, { error: (issue) => issueCode(issue) });
  if (parsed.success) return { value: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue) => ({
    path: [...at, ...issue.path.filter((step) => typeof step !== 'symbol')],
    code: issue.message,
  }));
  return { value: null, faults };
}
