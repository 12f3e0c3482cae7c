import { Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { SavingLine } from '#renderer/forms/saving-line.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { judgementLevels } from '#shared/domain/review.ts';
import { codesOf, type Holding } from '../hold/holding.ts';
import { judgementState } from '../hold/judgement-draft.ts';
import { StepFrame } from '../hold/step-frame.tsx';
import { CapabilityDetail } from './capability-detail.tsx';
import { CapabilityList } from './capability-list.tsx';
import classes from './judge.module.css';
import { JudgementPanel } from './judgement-panel.tsx';
import { KeysHint } from './keys-hint.tsx';
import { RestNotConsidered } from './rest-not-considered.tsx';
import { useJudgeKeys } from './use-judge-keys.ts';

/** Capability by capability: the evidence at hand, a level, a reason. */
export function JudgeStep(props: { readonly holding: Holding; readonly arrived: boolean }) {
  const { holding, arrived } = props;
  const { review, pack, judgements } = holding;
  const { form, saver } = judgements;
  const codes = codesOf(pack);
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const drafts = useWatch({ control: form.control, name: 'judgements' });
  // Where the panel left off; it must not move while judgements come in.
  const [leftOff] = useState(() =>
    Math.max(
      0,
      drafts.findIndex((draft) => judgementState(draft).is !== 'judged'),
    ),
  );
  const asked = codes.indexOf(search.capability ?? '');
  const at = asked === -1 ? leftOff : asked;
  const detail = useRef<HTMLElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const moving = useRef(false);

  const go = (next: number) => {
    const code = codes[next];
    if (code === undefined || next === at) return;
    moving.current = true;
    void saver.flush();
    void navigate({
      to: paths.review,
      params: { id: review.id },
      search: { step: 'judgements', capability: code },
      replace: true,
      resetScroll: false,
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows the capability
  useEffect(() => {
    if (!moving.current) return;
    moving.current = false;
    const heading = detail.current?.querySelector<HTMLElement>('h3');
    detail.current?.scrollIntoView({ block: 'nearest' });
    if ((detail.current?.getBoundingClientRect().top ?? 0) < 0) detail.current?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [at]);

  useJudgeKeys({
    onMove: (by) => go(at + by),
    onLevel: (place) => {
      const level = judgementLevels[place];
      if (level === undefined) return;
      form.setValue(`judgements.${at}.level`, level, { shouldDirty: true, shouldTouch: true });
      if (form.getFieldState(`judgements.${at}.level`).invalid) void form.trigger(`judgements.${at}.level`);
      reason.current?.focus();
    },
  });

  const capability = pack.capabilities[at];
  if (capability === undefined) return <Text>This guidance has no capabilities.</Text>;
  const begun = drafts
    .filter((draft) => judgementState(draft).is === 'begun')
    .map((draft) => draft.capability);
  return (
    <StepFrame
      reviewId={review.id}
      step="judgements"
      arrived={arrived}
      aside={
        <SavingLine
          saver={saver}
          held={begun.length === 0 ? undefined : `Not saved until finished: ${begun.join(', ')}`}
        />
      }
    >
      <div className={classes.panes}>
        <div className={classes.side}>
          <CapabilityList holding={holding} drafts={drafts} at={at} onGo={go} />
          <RestNotConsidered holding={holding} drafts={drafts} />
          <KeysHint />
        </div>
        <section ref={detail} className={classes.detail} aria-labelledby="capability-heading">
          <CapabilityDetail key={capability.code} holding={holding} capability={capability} at={at} />
          <JudgementPanel
            key={`judgement ${capability.code}`}
            form={form}
            at={at}
            code={capability.code}
            total={codes.length}
            reasonRef={reason}
            onGo={go}
          />
        </section>
      </div>
    </StepFrame>
  );
}
