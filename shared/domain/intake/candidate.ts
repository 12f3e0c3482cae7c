import { z } from 'zod';
import type { EvidenceInput } from '../evidence.ts';

/** Why a row cannot be brought in. */
export const stoppingProblems = [
  'no-title',
  'title-too-long',
  'no-date',
  'date-unreadable',
  'not-valid',
] as const;
/** What a row lacks or says that cannot be used: it is brought in without, as a draft. */
export const draftingProblems = [
  'no-type',
  'type-unknown',
  'end-unreadable',
  'end-before-start',
  'hours-unreadable',
  'capability-unknown',
  'file-missing',
  'verification-incomplete',
  'detail-unreadable',
  'detail-missing',
  'detail-not-asked',
] as const;
/** What is good to know; the row is as it should be. */
export const notedProblems = ['date-inexact', 'text-cut'] as const;

export const rowProblemSchema = z.strictObject({
  code: z.enum([...stoppingProblems, ...draftingProblems, ...notedProblems]),
  /** The heading of the column; empty for the row as a whole. */
  column: z.string(),
  /** What stands there, as far as it matters. */
  says: z.string(),
});
export type RowProblem = Readonly<z.output<typeof rowProblemSchema>>;
export type RowProblemCode = RowProblem['code'];

/** One item a file holds. `row`: its place there, as its own program counts. `item` null: it cannot be brought in. */
export type Candidate = {
  readonly row: number;
  readonly item: EvidenceInput | null;
  readonly problems: readonly RowProblem[];
  /** For showing, when `item` is null. */
  readonly title: string;
  /** Names of the files it brings or asks for. */
  readonly files: readonly string[];
};

const drafting: ReadonlySet<string> = new Set(draftingProblems);
const stopping: ReadonlySet<string> = new Set(stoppingProblems);

export const isStopped = (problems: readonly RowProblem[]) => problems.some(({ code }) => stopping.has(code));
export const needsWork = (problems: readonly RowProblem[]) => problems.some(({ code }) => drafting.has(code));

/** An item with nothing in it but what every item has. */
export const bareItem = (
  parts: Pick<EvidenceInput, 'type' | 'title' | 'startedOn'> & Partial<EvidenceInput>,
): EvidenceInput => ({
  endedOn: null,
  place: '',
  role: '',
  reflection: '',
  hours: null,
  details: {},
  attachments: [],
  links: [],
  verification: null,
  ...parts,
});

export const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
