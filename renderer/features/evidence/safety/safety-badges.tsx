import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleDotted,
  IconEyeCheck,
  IconRefreshAlert,
} from '@tabler/icons-react';
import { anonymisationWords, checkStateWords } from '#renderer/text/identifier-words.ts';
import { type Tone, ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { AnonymisationState } from '#shared/domain/identifiers/anonymisation-states.ts';
import type { CheckState } from '#shared/domain/identifiers/check-states.ts';

const checkLooks: Record<CheckState, { readonly tone: Tone; readonly icon: Icon }> = {
  unchecked: { tone: 'neutral', icon: IconCircleDashed },
  possible: { tone: 'warn', icon: IconAlertTriangle },
  'none-found': { tone: 'info', icon: IconEyeCheck },
};
const markLooks: Record<AnonymisationState, { readonly tone: Tone; readonly icon: Icon }> = {
  none: { tone: 'neutral', icon: IconCircleDotted },
  done: { tone: 'good', icon: IconCircleCheckFilled },
  stale: { tone: 'warn', icon: IconRefreshAlert },
  'not-needed': { tone: 'neutral', icon: IconCircleDashed },
};

/** What the check found. */
export const CheckBadge = ({ check }: { readonly check: CheckState }) => (
  <ToneBadge tone={checkLooks[check].tone} icon={checkLooks[check].icon}>
    {checkStateWords[check]}
  </ToneBadge>
);

/** What the check found, and what somebody said: two different things, side by side. */
export function SafetyBadges(props: {
  readonly check: CheckState | undefined;
  readonly mark: AnonymisationState;
}) {
  const { check, mark } = props;
  return (
    <>
      {check === undefined ? null : <CheckBadge check={check} />}
      <ToneBadge tone={markLooks[mark].tone} icon={markLooks[mark].icon}>
        {anonymisationWords[mark]}
      </ToneBadge>
    </>
  );
}
