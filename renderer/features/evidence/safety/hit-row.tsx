import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconUserOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { confidenceWords } from '#renderer/text/identifier-words.ts';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { type CheckHit, checkRuleTitles } from '#shared/domain/identifiers/check.ts';
import classes from './identifiers.module.css';

const looks = {
  high: { tone: 'bad', icon: IconUserOff },
  medium: { tone: 'warn', icon: IconAlertTriangle },
  low: { tone: 'neutral', icon: IconInfoCircle },
} as const;
const longest = 160; // characters of a hit that are shown

const shownText = ({ text }: CheckHit) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
};

/** Asks why a hit may stay; the answer is kept with the decision. */
function ReasonForm(props: {
  readonly busy: boolean;
  readonly onGiven: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const id = useId();
  const give = () => {
    if (reason.trim() === '') setMissing(true);
    else props.onGiven(reason);
  };
  return (
    <Group align="flex-end" gap="sm" mt={6}>
      <TextInput
        id={id}
        label="Why may it stay?"
        description="For example: this is my own name; not a person; allowed by the Trust."
        error={missing ? 'Say why, so that you and others know later.' : undefined}
        value={reason}
        maxLength={200}
        autoComplete="off"
        flex="1 1 18rem"
        data-autofocus
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') give();
          if (event.key === 'Escape') props.onCancel();
        }}
      />
      <Button size="sm" loading={props.busy} onClick={give}>
        Leave it as it is
      </Button>
      <Button size="sm" variant="default" onClick={props.onCancel}>
        Cancel
      </Button>
    </Group>
  );
}

/** One hit: what, how likely, why; and what can be done about it. */
export function HitRow(props: {
  readonly hit: CheckHit;
  readonly busy: boolean;
  readonly onDismiss: (reason: string) => void;
  /** Shows it on its page, where something here can. */
  readonly onShow: (() => void) | undefined;
}) {
  const { hit, busy, onDismiss, onShow } = props;
  const [asking, setAsking] = useState(false);
  const { tone, icon } = looks[hit.confidence];
  const text = shownText(hit);
  const title = checkRuleTitles[hit.rule];
  return (
    <li className={classes.hit}>
      <Group gap="sm" justify="space-between" align="flex-start">
        <div className={classes.found}>
          <Group gap="xs">
            <ToneBadge tone={tone} icon={icon}>
              {confidenceWords[hit.confidence]}
            </ToneBadge>
            <Text size="sm" fw={600}>
              {title}
            </Text>
            {text === '' ? null : <q className={classes.text}>{text}</q>}
          </Group>
          <Text size="sm" c="dimmed" mt={2}>
            {hit.why}
          </Text>
        </div>
        {asking ? null : (
          <Group gap="xs" wrap="nowrap">
            {onShow === undefined ? null : (
              <Button
                variant="default"
                size="compact-sm"
                onClick={onShow}
                aria-label={`Show ${title} ${text}`}
              >
                Show
              </Button>
            )}
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`${title} ${text} may stay`}
              onClick={() => setAsking(true)}
            >
              May stay …
            </Button>
          </Group>
        )}
      </Group>
      {asking ? <ReasonForm busy={busy} onGiven={onDismiss} onCancel={() => setAsking(false)} /> : null}
    </li>
  );
}
