import { Button, Group, List } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { stepWords, whyNotWords } from '#renderer/text/review-process-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import type { StepKind } from '#shared/domain/review-process/step.ts';
import type { ProcessView } from '#shared/domain/review-process/view.ts';
import { BeginHereForm } from './begin-here-form.tsx';
import classes from './process.module.css';
import { StepForm } from './step-form.tsx';

type Open = StepKind | 'begin-here' | null;

/** What can be done now, each with its form; and what cannot, with the reason. */
export function StepButtons({ reviewId, view }: { readonly reviewId: string; readonly view: ProcessView }) {
  const [open, setOpen] = useState<Open>(null);
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const turn = (to: Open) => {
    moved.current = true;
    setOpen(to);
  };
  const close = () => turn(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was pressed is gone; the focus goes to what took its place
  useEffect(() => {
    if (moved.current) frame.current?.focus();
  }, [open]);
  const can = view.offers.filter(({ why }) => why === null);
  const cannot = view.offers.flatMap(({ kind, why }) => (why === null ? [] : [{ kind, why }]));
  const first = view.ahead[0]?.what;
  const canBegin = view.state === 'scheduled' || view.state === 'evidence-requested';
  // Laying judgements side by side is done in the panel's room, where they are.
  const shown = can.filter(({ kind }) => kind !== 'compare');
  return (
    <div ref={frame} tabIndex={-1} className={classes.turning}>
      {open === null ? (
        <Group gap="xs">
          {shown.map(({ kind }) => (
            <Button
              key={kind}
              size="sm"
              variant={kind === first ? 'filled' : 'default'}
              onClick={() => turn(kind)}
            >
              {stepWords[kind].todo}
            </Button>
          ))}
          {canBegin && view.broken === null ? (
            <Button size="sm" variant="default" onClick={() => turn('begin-here')}>
              Everybody is here: begin
            </Button>
          ) : null}
        </Group>
      ) : (
        <div className={classes.form}>
          {open === 'begin-here' ? (
            <BeginHereForm reviewId={reviewId} view={view} onClose={close} />
          ) : (
            <StepForm key={open} reviewId={reviewId} view={view} kind={open} onClose={close} />
          )}
        </div>
      )}
      {view.window === null ? null : (
        <div className={classes.why}>
          <Disclosure label="Why other steps cannot be taken now">
            <List size="sm">
              {cannot.map(({ kind, why }) => (
                <List.Item key={kind}>
                  {stepWords[kind].todo}: {whyNotWords(kind, why)}
                </List.Item>
              ))}
            </List>
          </Disclosure>
        </div>
      )}
    </div>
  );
}
