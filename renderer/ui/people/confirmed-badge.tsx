import { IconUserCheck, IconUserQuestion } from '@tabler/icons-react';
import { confirmationWords } from '#renderer/text/people-words.ts';
import type { Confirmation } from '#shared/domain/people.ts';
import { ToneBadge } from '../tone-badge.tsx';

/** Whether, and how, a person's card was made sure of. Stands wherever a person is shown or chosen. */
export function ConfirmedBadge({ confirmed }: { readonly confirmed: Confirmation }) {
  const sure = confirmed !== 'not-yet';
  return (
    <ToneBadge tone={sure ? 'good' : 'warn'} icon={sure ? IconUserCheck : IconUserQuestion}>
      {confirmationWords[confirmed].done}
    </ToneBadge>
  );
}
