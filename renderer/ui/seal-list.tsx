import { Text } from '@mantine/core';
import { IconAlertTriangle, IconHistory, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { momentWords } from '#renderer/text/format.ts';
import { presenceWords, sealState } from '#renderer/text/seal-words.ts';
import type { ShownSeal } from '#shared/domain/seals.ts';
import classes from './seal-list.module.css';
import { SignerStandingView } from './signer-standing.tsx';
import { ToneBadge } from './tone-badge.tsx';

const icons = { good: IconRosetteDiscountCheck, info: IconHistory, bad: IconAlertTriangle } as const;

/** Seals over a record, newest first: who, when, how identified, and whether each is over the record as it is now. */
export function SealList({ seals }: { readonly seals: readonly ShownSeal[] }) {
  return (
    <ul className={classes.list}>
      {seals.map((seal) => {
        const { statement } = seal;
        const { tone, label, words } = sealState(seal);
        return (
          <li key={seal.id} className={classes.seal}>
            <div className={classes.words}>
              <Text fw={600}>{statement.signer.name}</Text>
              <Text size="sm" c="dimmed">
                {statement.signer.role}
                {statement.signer.gmcNumber === null ? '' : `, GMC ${statement.signer.gmcNumber}`}
              </Text>
              <Text size="sm">
                {momentWords(statement.at)}, by the signing computer’s clock. {presenceWords(seal)}
              </Text>
              <Text size="sm">{words}</Text>
              {seal.validity === 'altered' ? null : <SignerStandingView signature={seal.signature} />}
            </div>
            <ToneBadge tone={tone} icon={icons[tone]}>
              {label}
            </ToneBadge>
          </li>
        );
      })}
    </ul>
  );
}
