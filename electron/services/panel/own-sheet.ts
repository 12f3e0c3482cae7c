import type { SheetWriting } from '#shared/contract/panel.ts';
import { failure } from '#shared/domain/failure.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { PanelRefusal } from '#shared/domain/panel/refusals.ts';
import type { PanelMember } from '#shared/domain/review.ts';
import { rightsOf } from '#shared/domain/review-process/rights.ts';
import type { Sheet } from '#shared/domain/review-process/sheet.ts';
import { isSamePerson, type NamedPerson } from '#shared/domain/signature-places.ts';

export const refuse = (why: PanelRefusal) => failure('PANEL_REFUSED', { why });

type Where = {
  readonly member: PanelMember;
  readonly doctor: NamedPerson;
  /** Whether the vault is that doctor's. */
  readonly withDoctor: boolean;
  readonly pack: GuidancePack;
};

function refuseUnknown({ judgements, notes }: SheetWriting, { capabilities }: GuidancePack): void {
  const codes = new Set(capabilities.map(({ code }) => code));
  const issues = [
    ...judgements.map(({ capability }, at) => ({
      capability,
      path: ['writing', 'judgements', at, 'capability'],
    })),
    ...notes.map(({ capability }, at) => ({ capability, path: ['writing', 'notes', at, 'capability'] })),
  ].flatMap(({ capability, path }) =>
    capability === null || codes.has(capability) ? [] : [{ path, code: 'unknown-capability' }],
  );
  const judged = judgements.map(({ capability }) => capability);
  if (new Set(judged).size !== judged.length)
    issues.push({ path: ['writing', 'judgements'], code: 'same-id' });
  if (issues.length > 0) throw failure('INVALID', { issues });
}

/** What a member may write down, or why not. Everybody may declare their interest and keep notes; who judges, judges. */
export function refuseWriting(writing: SheetWriting, { member, doctor, withDoctor, pack }: Where): void {
  if (isSamePerson(member, doctor)) throw refuse('is-doctor');
  if (withDoctor && writing.notes.length > 0) throw refuse('notes-with-doctor');
  if (writing.judgements.length > 0) {
    if (!rightsOf(member.role).judge) throw refuse('looks-only');
    if (writing.interest?.kind === 'conflict') throw refuse('conflict');
  }
  refuseUnknown(writing, pack);
}

/** The sheet with what is written now. The day of a declaration is that of its last change. */
export function written(
  before: Sheet | undefined,
  { interest, judgements, notes }: SheetWriting,
  about: Pick<Sheet, 'id' | 'review' | 'member'> & { readonly at: string; readonly today: string },
): Sheet {
  const { at, today, ...named } = about;
  const declared = before?.interest;
  const same = declared != null && declared.kind === interest?.kind && declared.text === interest.text;
  return {
    ...named,
    interest: interest === null ? null : same ? declared : { ...interest, on: today },
    judgements,
    notes: notes.filter(({ text }) => text !== ''),
    doneAt: null,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
}

/** Why a sheet cannot be said to be its member's view; undefined where it can. */
export function whyNotFinished({ role }: PanelMember, sheet: Sheet | undefined): PanelRefusal | undefined {
  if (sheet === undefined || sheet.interest === null) return 'no-interest';
  if (sheet.interest.kind === 'conflict' || !rightsOf(role).judge) return undefined;
  return sheet.judgements.length === 0 ? 'nothing-judged' : undefined;
}
