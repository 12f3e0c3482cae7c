import type { Present } from '#shared/contract/intake.ts';
import type { Attachment, EvidenceInput } from '#shared/domain/evidence.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { Suggestion } from '#shared/domain/suggest/suggestion.ts';

/** What the draft of one file will say. */
export type EntryItem = {
  readonly title: string;
  readonly type: EvidenceTypeId;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly capabilities: readonly string[];
};

/** One file that has arrived and is to become a draft. `plain`: nobody has decided on its suggestion. */
export type Entry = {
  readonly key: string;
  readonly attachment: Attachment;
  readonly suggestion: Suggestion;
  readonly sameAs: readonly Present[];
  readonly item: EntryItem;
  readonly state: 'plain' | 'accepted' | 'changed' | 'skipped';
};

/** Nothing of the suggestion: the name of the file, today, and the capability it was dropped upon. */
export const plainItem = (name: string, today: string, capability: string | null): EntryItem => ({
  title: name.slice(0, 200),
  type: 'unsorted',
  startedOn: today,
  endedOn: null,
  capabilities: capability === null ? [] : [capability],
});

/** The entry with all that is suggested; the capability it was dropped upon stays. */
export function accepted(entry: Entry): Entry {
  const { title, type, dates, capabilities } = entry.suggestion;
  const item: EntryItem = {
    title,
    type: type?.is ?? entry.item.type,
    startedOn: dates?.startedOn ?? entry.item.startedOn,
    endedOn: dates?.endedOn ?? null,
    capabilities: [...new Set([...entry.item.capabilities, ...capabilities.map(({ code }) => code)])],
  };
  return { ...entry, state: 'accepted', item };
}

/** Whether there is anything to accept. */
export const hasSuggestion = ({ suggestion, item }: Entry): boolean =>
  suggestion.type !== null ||
  suggestion.dates !== null ||
  suggestion.capabilities.length > 0 ||
  suggestion.title !== item.title;

export const draftOfEntry = ({ item, attachment }: Entry): EvidenceInput => ({
  type: item.type,
  title: item.title,
  startedOn: item.startedOn,
  endedOn: evidenceTypeById(item.type).uses.endDate ? item.endedOn : null,
  place: '',
  role: '',
  reflection: '',
  hours: null,
  details: {},
  attachments: [attachment],
  links: item.capabilities.map((capability) => ({ capability, pages: '', note: '' })),
  verification: null,
  draft: true,
});
