import { Select, Text, UnstyledButton } from '@mantine/core';
import { type Icon, IconCircleCheckFilled, IconCircleDashed, IconCircleDot } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '#renderer/api/client.ts';
import { strengthWords } from '#renderer/text/coverage-words.ts';
import { judgementWords } from '#renderer/text/review-words.ts';
import type { Holding } from '../hold/holding.ts';
import { type JudgementDraft, type JudgementState, judgementState } from '../hold/judgement-draft.ts';
import classes from './judge.module.css';

const marks: Record<JudgementState['is'], Icon> = {
  none: IconCircleDashed,
  begun: IconCircleDot,
  judged: IconCircleCheckFilled,
};

function words(state: JudgementState): string {
  if (state.is === 'judged') return judgementWords[state.level].title;
  if (state.is === 'none') return 'Not judged';
  return state.missing === 'level' ? 'Level missing' : 'Reason missing';
}

type ListProps = {
  readonly holding: Holding;
  readonly drafts: readonly JudgementDraft[];
  readonly at: number;
  readonly onGo: (at: number) => void;
};

/** Every capability with its mark. Where there is little room it becomes one line to choose from. */
export function CapabilityList(props: ListProps) {
  const { holding, drafts, at, onGo } = props;
  const { pack, portfolioId } = holding;
  const coverage = useQuery(api.coverage.map.queryOptions({ input: { portfolioId } }));
  const strength = new Map(coverage.data?.capabilities.map((found) => [found.code, found.strength]));
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one stays in sight when it changes
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (list.current === null || chosen === null || chosen === undefined) return;
    // Only the list itself scrolls: the page stays where it is.
    const over = chosen.offsetTop + chosen.offsetHeight - list.current.clientHeight;
    if (list.current.scrollTop < over) list.current.scrollTop = over;
    if (list.current.scrollTop > chosen.offsetTop) list.current.scrollTop = chosen.offsetTop;
  }, [at]);

  const rows = pack.capabilities.map(({ code, title }, index) => {
    const draft = drafts[index];
    const state = draft === undefined ? ({ is: 'none' } as const) : judgementState(draft);
    const found = strength.get(code);
    return { code, title, state, words: words(state), evidence: found && strengthWords[found].title };
  });
  return (
    <>
      <Select
        hiddenFrom="md"
        label={`Capability ${at + 1} of ${rows.length}`}
        allowDeselect={false}
        data={rows.map((row, index) => ({
          value: String(index),
          label: `${row.code} ${row.title} (${row.words.toLowerCase()})`,
        }))}
        value={String(at)}
        onChange={(value) => (value === null ? undefined : onGo(Number(value)))}
      />
      <nav aria-label="Capabilities" className={classes.nav}>
        <ul ref={list} className={classes.list}>
          {rows.map((row, index) => {
            const Mark = marks[row.state.is];
            return (
              <li key={row.code}>
                <UnstyledButton
                  className={classes.entry ?? ''}
                  aria-current={index === at ? 'true' : undefined}
                  onClick={() => onGo(index)}
                >
                  <Mark size={18} aria-hidden className={classes.mark} data-is={row.state.is} />
                  <span className={classes.entryWords}>
                    <Text span size="sm" fw={600} lineClamp={2}>
                      {row.code} {row.title}
                    </Text>
                    <Text span size="xs" className={classes.entryState}>
                      {row.words}
                      {row.evidence === undefined ? '' : ` · Evidence: ${row.evidence.toLowerCase()}`}
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
