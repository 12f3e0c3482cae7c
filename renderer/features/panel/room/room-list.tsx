import { Select, Text, UnstyledButton } from '@mantine/core';
import {
  type Icon,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleDot,
  IconFileText,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { strengthWords } from '#renderer/text/coverage-words.ts';
import type { RoomLine } from '#shared/contract/panel.ts';
import type { OwnState } from './own-draft.ts';
import classes from './room.module.css';

const marks: Record<OwnState, Icon> = {
  none: IconCircleDashed,
  begun: IconCircleDot,
  judged: IconCircleCheckFilled,
};
export type ListedState = { readonly is: OwnState; readonly words: string };

/** The brief and every capability, each with how far it has come. In a narrow window one field to choose from. */
export function RoomList(props: {
  readonly lines: readonly RoomLine[];
  readonly stateOf: (code: string) => ListedState;
  /** -1: the brief. */
  readonly at: number;
  readonly onGo: (at: number) => void;
}) {
  const { lines, stateOf, at, onGo } = props;
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one stays in sight when it changes
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <>
      <Select
        hiddenFrom="md"
        label="What is shown"
        allowDeselect={false}
        data={[
          { value: '-1', label: 'The brief' },
          ...lines.map(({ code, title }, index) => ({
            value: String(index),
            label: `${code} ${title} (${stateOf(code).words.toLowerCase()})`,
          })),
        ]}
        value={String(at)}
        onChange={(value) => (value === null ? undefined : onGo(Number(value)))}
      />
      <nav aria-label="Capabilities" className={classes.nav}>
        <ul ref={list} className={classes.list}>
          <li>
            <UnstyledButton
              className={classes.entry ?? ''}
              aria-current={at === -1 ? 'true' : undefined}
              onClick={() => onGo(-1)}
            >
              <IconFileText size={18} aria-hidden className={classes.mark} />
              <Text span size="sm" fw={600}>
                The brief
              </Text>
            </UnstyledButton>
          </li>
          {lines.map(({ code, title, coverage }, index) => {
            const { is, words } = stateOf(code);
            const Mark = marks[is];
            return (
              <li key={code}>
                <UnstyledButton
                  className={classes.entry ?? ''}
                  aria-current={index === at ? 'true' : undefined}
                  onClick={() => onGo(index)}
                >
                  <Mark size={18} aria-hidden className={classes.mark} data-is={is} />
                  <span className={classes.entryWords}>
                    <Text span size="sm" fw={600} lineClamp={2}>
                      {code} {title}
                    </Text>
                    <Text span size="xs" className={classes.entryState}>
                      {words} · Evidence: {strengthWords[coverage.strength].title.toLowerCase()}
                    </Text>
                  </span>
                </UnstyledButton>
              </li>
            );
          })}
        </ul>
      </nav>
    </>
  );
}
