import { Text } from '@mantine/core';
import { count } from '#renderer/text/format.ts';
import { JudgementBadge } from '#renderer/ui/capability/judgement-badge.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Review } from '#shared/domain/review.ts';
import classes from './signed.module.css';

/** The panel's judgement of every capability, in the order of the guidance. */
export function SignedJudgements(props: { readonly review: Review; readonly pack: GuidancePack }) {
  const { review, pack } = props;
  const found = new Map(review.judgements.map((judgement) => [judgement.capability, judgement]));
  return (
    <Section
      title="Judgements"
      intro={`${count(review.judgements.length, 'capability', 'capabilities')}. A level is the panel’s view of progress; it does not say that evidence is sufficient.`}
    >
      <ul className={classes.list}>
        {pack.capabilities.map(({ code, title }) => {
          const judgement = found.get(code);
          return (
            <li key={code} className={classes.line}>
              <div>
                <Text fw={600}>
                  {code} {title}
                </Text>
                <Text size="sm" className={classes.prose}>
                  {judgement?.reason ?? 'No judgement was recorded.'}
                </Text>
              </div>
              {judgement === undefined ? null : <JudgementBadge level={judgement.level} />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
