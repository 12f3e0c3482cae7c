import { IconPlus } from '@tabler/icons-react';
import type { CoverageMeasure } from '#shared/domain/coverage/items-behind.ts';
import type { Expectation } from '#shared/domain/guidance-pack.ts';
import type { NextStep } from '#shared/domain/next-steps/next-steps.ts';
import { LinkButton } from '../links.tsx';
import { paths } from '../paths.ts';

/** Which items a suggestion is about, if it is about any that are there. */
function measureOf({ kind, gap }: NextStep): CoverageMeasure | null {
  if (kind === 'gap') {
    if (gap?.kind === 'too-old') return 'tooOld';
    return gap?.kind === 'unverified' ? 'unverified' : null;
  }
  return kind === 'unlinked' || kind === 'actions' ? null : kind;
}

const addable = (kind: NextStep['kind']) => kind === 'gap' || kind === 'expiring';

/** What a new item starts with, so that it counts for the rule. */
function startsWith({ capability }: NextStep, rule: Expectation | null) {
  const [type] = rule?.types ?? [];
  const single = rule?.types.length === 1 ? type : undefined;
  const only = single === undefined ? undefined : rule?.only;
  return {
    ...(capability === null ? {} : { capability }),
    ...(single === undefined ? {} : { type: single }),
    ...(only === undefined ? {} : { answer: `${only.field}:${only.value}` }),
  };
}

/** One click to add what is missing, or to the items that want something done. @param about as in `nextStepWords` */
export function NextStepActions(props: {
  readonly step: NextStep;
  readonly rule: Expectation | null;
  readonly about: string;
}) {
  const { step, rule, about } = props;
  const measure = measureOf(step);
  return (
    <>
      {addable(step.kind) ? (
        <LinkButton
          to={paths.newEvidence}
          search={startsWith(step, rule)}
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={`Add evidence here: ${about}${rule === null ? '' : `, ${rule.title}`}`}
        >
          Add evidence here
        </LinkButton>
      ) : null}
      {step.kind === 'actions' ? (
        <LinkButton to={paths.actions} variant="default" size="xs">
          Show the actions
        </LinkButton>
      ) : null}
      {step.kind === 'unlinked' ? (
        <LinkButton to={paths.evidence} search={{ capability: 'none' }} variant="default" size="xs">
          Show the items
        </LinkButton>
      ) : null}
      {measure === null ? null : (
        <LinkButton
          to={paths.coverage}
          search={{
            measure,
            view: 'next',
            ...(step.capability === null ? {} : { of: step.capability }),
            ...(rule === null ? {} : { rule: rule.id }),
          }}
          variant="default"
          size="xs"
          aria-label={`Show the items: ${about}`}
        >
          Show the items
        </LinkButton>
      )}
    </>
  );
}
