import {
  type Icon,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDotted,
  IconCircleHalf2,
  IconFlag,
  IconHelp,
  IconInfoCircle,
  IconRosetteDiscountCheck,
} from '@tabler/icons-react';
import { strengthWords } from '#renderer/text/coverage-words.ts';
import { certaintyWords } from '#renderer/text/guidance-words.ts';
import type { Strength } from '#shared/domain/coverage/types.ts';
import type { Certainty } from '#shared/domain/pack-provenance.ts';
import { Explained } from './explained.tsx';
import { type Tone, ToneBadge } from './tone-badge.tsx';

/** The tone and the shape of each strength. */
export const strengthLooks: Record<Strength, { readonly tone: Tone; readonly icon: Icon }> = {
  empty: { tone: 'neutral', icon: IconCircleDotted },
  thin: { tone: 'warn', icon: IconCircle },
  partial: { tone: 'info', icon: IconCircleHalf2 },
  'counts-met': { tone: 'good', icon: IconCircleCheckFilled },
};

/** How a capability stands: a filling circle and a word, never a verdict of sufficiency. */
export function StrengthBadge(props: { readonly strength: Strength }) {
  const { tone, icon } = strengthLooks[props.strength];
  const { title, meaning } = strengthWords[props.strength];
  return (
    <ToneBadge tone={tone} icon={icon} title={meaning}>
      {title}
    </ToneBadge>
  );
}

const certaintyLooks: Record<Certainty, { readonly tone: Tone; readonly icon: Icon }> = {
  certain: { tone: 'good', icon: IconRosetteDiscountCheck },
  likely: { tone: 'info', icon: IconInfoCircle },
  recalled: { tone: 'warn', icon: IconHelp },
  working: { tone: 'neutral', icon: IconFlag },
};

/** How sure a fact of a guidance pack is; what that means opens on hover, focus and tap. */
export function CertaintyBadge(props: { readonly certainty: Certainty }) {
  const { tone, icon } = certaintyLooks[props.certainty];
  const { title, meaning } = certaintyWords[props.certainty];
  return (
    <Explained meaning={meaning}>
      <ToneBadge tone={tone} icon={icon}>
        {title}
      </ToneBadge>
    </Explained>
  );
}
