import { z } from 'zod';
import { canonicalJson } from '../canonical.ts';
import type { Sha256 } from '../ids.ts';
import { type Agreement, agreeingParts, agreementSchema, type Meeting } from './meeting.ts';

/** What both agree to: canonical JSON of kind, day, agenda, notes and people. Place and hour are no part of it. */
export function agreedText({ kind, on, agenda, notes, people }: Meeting): string {
  return canonicalJson({
    content: 'waymark-meeting-1',
    kind,
    on,
    agenda: agenda.map(({ text, capability, action, done }) => ({ text, capability, action, done })),
    notes,
    people: people.map(({ name, gmcNumber, role, part, attended }) => ({
      name,
      gmcNumber,
      role,
      part,
      attended,
    })),
  });
}

export const partStates = ['agreed', 'older', 'none'] as const;
/** `both`: doctor and supervisor agreed to this text. `older`: nobody did, and somebody did to an older one. */
export const agreementStates = ['both', 'one', 'older', 'none'] as const;

const partStateSchema = z.strictObject({
  part: z.enum(agreeingParts),
  /** To what stands there now, to an older text, or not at all. */
  state: z.enum(partStates),
  /** The newest agreement of that part: to this text where there is one, else to an older one. */
  agreement: agreementSchema.nullable(),
});
export type PartState = Readonly<z.output<typeof partStateSchema>>;

export const agreementStateSchema = z.strictObject({
  state: z.enum(agreementStates),
  parts: z.array(partStateSchema).readonly(),
});
export type AgreementState = Readonly<z.output<typeof agreementStateSchema>>;

const newestFirst = (a: Agreement, b: Agreement): number =>
  b.at.localeCompare(a.at) || (a.id < b.id ? -1 : 1);

/**
 * How far a meeting's text is agreed. It lapses by itself: an agreement names the text it is to, by its hash.
 * @param agreements those of this meeting.
 * @param content SHA-256 of `agreedText` as the meeting stands.
 */
export function agreementState(agreements: readonly Agreement[], content: Sha256): AgreementState {
  const newest = [...agreements].sort(newestFirst);
  const parts = agreeingParts.map((part): PartState => {
    const theirs = newest.filter((agreement) => agreement.part === part);
    const now = theirs.find((agreement) => agreement.content === content);
    if (now !== undefined) return { part, state: 'agreed', agreement: now };
    const [older] = theirs;
    return older === undefined
      ? { part, state: 'none', agreement: null }
      : { part, state: 'older', agreement: older };
  });
  const agreed = parts.filter(({ state }) => state === 'agreed').length;
  if (agreed === agreeingParts.length) return { state: 'both', parts };
  if (agreed > 0) return { state: 'one', parts };
  return { state: parts.some(({ state }) => state === 'older') ? 'older' : 'none', parts };
}
