import { useWatch } from 'react-hook-form';
import { SavingLine } from '#renderer/forms/saving-line.tsx';
import { count } from '#renderer/text/format.ts';
import { checkConclusion, isBlankAction } from '../hold/conclusion-draft.ts';
import type { Holding } from '../hold/holding.ts';
import { StepFrame } from '../hold/step-frame.tsx';
import { FollowUps } from './follow-ups.tsx';
import { NewActions } from './new-actions.tsx';

/** Why part of what is on the screen is not saved yet; undefined where all of it is. */
function useHeld({ conclusion, review }: Holding): string | undefined {
  const { form } = conclusion;
  const [actions, followUps] = useWatch({ control: form.control, name: ['actions', 'followUps'] });
  const { faults } = checkConclusion({ ...form.getValues(), actions, followUps }, review);
  const unfinished = new Set(faults.filter(({ path }) => path[0] === 'actions').map(({ path }) => path[1]));
  if (unfinished.size > 0) {
    return `${count(unfinished.size, 'action')} not finished: saved once every part is filled in`;
  }
  if (faults.some(({ path }) => path[0] === 'followUps')) return 'A note needs a result before it is saved';
  return undefined;
}

/** What became of the last actions, and the new ones. */
export function ActionsStep(props: { readonly holding: Holding; readonly arrived: boolean }) {
  const { holding, arrived } = props;
  const { form, saver } = holding.conclusion;
  const held = useHeld(holding);
  const actions = useWatch({ control: form.control, name: 'actions' });
  return (
    <StepFrame
      reviewId={holding.review.id}
      step="actions"
      arrived={arrived}
      aside={<SavingLine saver={saver} held={held} />}
    >
      <FollowUps holding={holding} />
      <NewActions holding={holding} filled={actions.filter((action) => !isBlankAction(action)).length} />
    </StepFrame>
  );
}
