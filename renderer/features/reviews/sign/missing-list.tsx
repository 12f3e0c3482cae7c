import { List } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { stepOfMissing } from '#renderer/text/holding-words.ts';
import { missingWords } from '#renderer/text/review-words.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { MissingForSigning } from '#shared/domain/review.ts';
import { codesOf, type Holding } from '../hold/holding.ts';
import type { Unfinished } from './unfinished.ts';

/** What stands between the draft and the signature, each a link to where it is written. */
export function MissingList(props: {
  readonly holding: Holding;
  readonly missing: readonly MissingForSigning[];
  readonly unfinished: readonly Unfinished[];
}) {
  const { holding, missing, unfinished } = props;
  const { review, pack } = holding;
  const params = { id: review.id };
  const judged = new Set(review.judgements.map(({ capability }) => capability));
  const unjudged = codesOf(pack).filter((code) => !judged.has(code));
  const [first] = unjudged;
  const written = missing.filter((part) => part !== 'held');
  return (
    <Note tone="warn" icon={IconListCheck} title="Before the chair can sign">
      <List size="sm" spacing={4}>
        {missing.includes('held') ? (
          <List.Item>
            <TextLink size="sm" to={paths.reviewPlan} params={params}>
              {missingWords.held}
            </TextLink>
            {` (${ukDate(review.heldOn)}). If you hold it today, change the date: the report carries it`}
          </List.Item>
        ) : null}
        {written.map((part) => (
          <List.Item key={part}>
            <TextLink
              size="sm"
              to={paths.review}
              params={params}
              search={
                part === 'judgements' && first !== undefined
                  ? { step: stepOfMissing[part], capability: first }
                  : { step: stepOfMissing[part] }
              }
            >
              {missingWords[part]}
            </TextLink>
            {part === 'judgements' ? ` (not yet: ${unjudged.join(', ')})` : ''}
          </List.Item>
        ))}
        {unfinished.map(({ key, words, step, capability }) => (
          <List.Item key={key}>
            <TextLink
              size="sm"
              to={paths.review}
              params={params}
              search={capability === undefined ? { step } : { step, capability }}
            >
              {words}
            </TextLink>
            {capability === undefined ? ': finish it or take it out' : ': finish it'}
          </List.Item>
        ))}
      </List>
    </Note>
  );
}
