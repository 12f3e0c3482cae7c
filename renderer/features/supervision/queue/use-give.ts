import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { isFailureCode } from '#renderer/api/failures.ts';
import { issueCode } from '#renderer/text/issue-words.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import { feedbackInputSchema } from '#shared/domain/supervision/feedback.ts';
import type { PersonOnRecord } from '#shared/domain/supervision/person.ts';
import { commentId, type Verdict } from './comment-panel.tsx';
import { type DraftsForm, draftOf, emptyDraft, inputOf } from './drafts.ts';

/** Sends what was written about an item, or the verdict alone. What is wrong is shown next to its field, and nothing is sent. */
export function useGive(options: {
  readonly portfolioId: Id;
  readonly item: Id;
  /** The version that is shown; undefined while it is not. */
  readonly revision: Sha256 | undefined;
  readonly inPerson: PersonOnRecord | null;
  readonly form: DraftsForm;
  /** It is on its way: what is typed from now on is no part of it. */
  readonly onSending: () => void;
  readonly onGiven: (verdict: Verdict) => void;
}) {
  const { portfolioId, item, revision, inPerson, form, onSending, onGiven } = options;
  const queryClient = useQueryClient();
  const mutation = useMutation(api.feedback.give.mutationOptions());
  const [failed, setFailed] = useState<unknown>(null);
  const decided = useRef<Verdict | null>(null);
  const give = async (verdict: Verdict): Promise<void> => {
    if (revision === undefined) return;
    if (mutation.isPending) {
      // A quick hand decides while its comment is still on its way: that is not lost.
      decided.current = verdict;
      return;
    }
    const parsed = feedbackInputSchema.safeParse(inputOf(draftOf(form, item), verdict));
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const field = issue.path.at(-1);
        form.setError(`drafts.${item}.${String(field)}` as `drafts.${string}`, { message: issueCode(issue) });
      }
      if (parsed.error.issues.some(({ path }) => path[0] === 'comment'))
        requestAnimationFrame(() => document.getElementById(commentId)?.focus());
      return;
    }
    try {
      setFailed(null);
      decided.current = null;
      onSending();
      await mutation.mutateAsync({ portfolioId, item, revision, feedback: parsed.data, inPerson });
      form.setValue(`drafts.${item}`, emptyDraft, { shouldDirty: true });
      onGiven(verdict);
      const next = decided.current;
      decided.current = null;
      if (verdict === 'comment' && (next === 'accepted' || next === 'seen')) await give(next);
    } catch (fault) {
      setFailed(fault);
      // It is another by now: what is shown has to be that one before anything is said of it.
      if (isFailureCode(fault, 'CHANGED_SINCE')) await queryClient.invalidateQueries();
    }
  };
  return { give, busy: mutation.isPending, failed };
}
