import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { nextStepWords } from '#renderer/text/next-step-words.ts';
import { sourceWords } from '#renderer/text/source-words.ts';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { NextStep } from '#shared/domain/next-steps/next-steps.ts';
import { CertaintyBadge } from '../badges.tsx';
import { TextLink } from '../links.tsx';
import { paths } from '../paths.ts';
import { NextStepActions } from './next-step-actions.tsx';
import classes from './next-steps.module.css';

/** Suggestions, each with its reason, what would close it, and one click to do so. @param others what stands last in a row */
export function NextStepList<T extends NextStep>(props: {
  readonly pack: GuidancePack;
  readonly map: CoverageMap;
  readonly steps: readonly T[];
  readonly others: (step: T, label: string) => ReactNode;
}) {
  const { pack, map, steps, others } = props;
  return (
    <ol className={classes.steps}>
      {steps.map((step) => {
        const { about, what, close, rule } = nextStepWords(pack, map, step);
        return (
          <li key={step.key} className={classes.step}>
            <div className={classes.words}>
              <Text size="sm" fw={600}>
                {what}
              </Text>
              <Text size="sm">
                {step.capability === null ? (
                  about
                ) : (
                  <TextLink to={paths.capability} params={{ code: step.capability }} size="sm">
                    {about}
                  </TextLink>
                )}
              </Text>
              <Text size="sm" c="dimmed">
                {close}
              </Text>
              {rule === null ? null : (
                <Text component="div" size="xs" c="dimmed" className={classes.rule}>
                  <CertaintyBadge certainty={rule.certainty} /> Rule: {rule.title}. Source:{' '}
                  {rule.certainty === 'working' ? 'Waymark itself' : sourceWords(pack, rule.source)}
                </Text>
              )}
            </div>
            <div className={classes.actions}>
              <NextStepActions step={step} rule={rule} about={about} />
              {others(step, `${about}, ${what}`)}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
