import { client } from '#renderer/api/client.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import { type KeptMarking, keptMarkingSchema, type Marking } from '#shared/domain/redaction/marks.ts';

/** Where the marks of a file are kept, encrypted, with other work that is in no record. */
export const marksKey = (itemId: string, hash: string) => `redaction/${itemId}/${hash}`;

// One after the other: who asks for marks is given those that were kept last.
const inTurn = createInTurn();

/** Null: there are none, or another Waymark wrote them in another shape. */
export const loadMarking = (key: string): Promise<KeptMarking | null> =>
  inTurn(async () => {
    try {
      const draft = await client.drafts.get({ key });
      return draft === null ? null : keptMarkingSchema.parse(JSON.parse(draft.text));
    } catch {
      return null;
    }
  });

/** @param burntAt when these very marks were burnt in; null while they are not. */
export const keepMarking = (key: string, marking: Marking, burntAt: string | null): Promise<void> =>
  inTurn(async () => {
    await client.drafts.keep({ key, text: JSON.stringify({ form: 1, ...marking, burntAt }) });
  });
