import { List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowForward, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count, momentWords } from '#renderer/text/format.ts';
import { processStateWords } from '#renderer/text/review-process-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { Review } from '#shared/domain/review.ts';
import type { ProcessView } from '#shared/domain/review-process/view.ts';
import { AheadList } from './ahead-list.tsx';
import classes from './process.module.css';
import { ProcessStateBadge } from './process-badge.tsx';
import { brokenWords, remarksByStep } from './remarks.ts';
import { StepButtons } from './step-buttons.tsx';
import { StepLine } from './step-line.tsx';

const changeWords = { added: 'new', changed: 'changed', removed: 'no longer there' } as const;

function Late({ view }: { readonly view: ProcessView }) {
  const { handedIn, late } = view;
  if (handedIn === null || handedIn.late === 0) return null;
  return (
    <Disclosure label={`${count(handedIn.late, 'item')} came or changed since it was handed in`}>
      <List size="sm">
        {late.map(({ id, title, change }) => (
          <List.Item key={id}>
            {title === '' ? 'An item' : title}: {changeWords[change]}
          </List.Item>
        ))}
      </List>
    </Disclosure>
  );
}

function HandedIn({ view }: { readonly view: ProcessView }) {
  const { handedIn, report } = view;
  if (handedIn === null) return null;
  return (
    <Text size="sm">
      {count(handedIn.items, 'item')} handed in on {momentWords(handedIn.at)}
      {report.state === 'sealed' && handedIn.withoutReport === null
        ? `, with the report of ${report.author}`
        : ', without a supervisor’s report'}
      .
    </Text>
  );
}

function Steps({ view }: { readonly view: ProcessView }) {
  const remarks = remarksByStep(view.remarks);
  const held = new Set(view.steps.map(({ id }) => id));
  const about = [...remarks].filter(([id]) => id === null || !held.has(id)).flatMap(([, words]) => words);
  return (
    <>
      {about.map((words) => (
        <Note key={words} tone="info" icon={IconInfoCircle}>
          {words}
        </Note>
      ))}
      {view.steps.length + view.contested.length + view.aside.length === 0 ? null : (
        <ol className={classes.steps} aria-label="What happened">
          {view.steps.map((step) => (
            <StepLine key={step.id} step={step} remarks={remarks.get(step.id) ?? []} />
          ))}
          {view.contested.map((step) => (
            <StepLine key={step.id} step={step} standing="contested" />
          ))}
          {view.aside.map((step) => (
            <StepLine key={step.id} step={step} standing="aside" />
          ))}
        </ol>
      )}
    </>
  );
}

function Process({ review, view }: { readonly review: Review; readonly view: ProcessView }) {
  const { state, window, broken, report, next } = view;
  return (
    <Stack gap="sm">
      <div className={classes.now}>
        <ProcessStateBadge state={state} />
        <Text size="sm">{processStateWords[state].meaning}</Text>
      </div>
      {broken === null ? null : (
        <Note tone="bad" icon={IconAlertTriangle} title="The record of steps does not hold together">
          {brokenWords[broken.why]} Ask whoever sent the package for the whole review again.
        </Note>
      )}
      {next === null ? null : (
        <Note tone="info" icon={IconArrowForward}>
          <TextLink to={paths.review} params={{ id: next }}>
            Open the review that stands in its place
          </TextLink>
        </Note>
      )}
      {review.follows === undefined ? null : (
        <Text size="sm">
          It stands in place of{' '}
          <TextLink to={paths.review} params={{ id: review.follows.review }} size="sm">
            {review.follows.how === 'amended' ? 'the one that was amended' : 'the one that was withdrawn'}
          </TextLink>
          : {review.follows.reason}
        </Text>
      )}
      {report.old && report.sealedOn !== null ? (
        <Note tone="warn" icon={IconAlertTriangle}>
          The supervisor’s report was sealed on {ukDate(report.sealedOn)}, more than two months before the
          review. Programmes usually ask for a newer one.
        </Note>
      ) : null}
      {window === null ? null : (
        <Text size="sm">
          The panel’s days: {ukDate(window.from)} to {ukDate(window.to)}.
        </Text>
      )}
      <HandedIn view={view} />
      <Late view={view} />
      <AheadList ahead={view.ahead} />
      <StepButtons reviewId={review.id} view={view} />
      <Steps view={view} />
    </Stack>
  );
}

/** Where a review stands, what happened, what comes next, and what can be done about it here. */
export function ProcessCard({
  review,
  folded = false,
}: {
  readonly review: Review;
  readonly folded?: boolean;
}) {
  const { portfolioId } = usePortfolio();
  const query = useQuery(
    api.reviewProcess.state.queryOptions({ input: { portfolioId, id: review.id }, staleTime: 0 }),
  );
  if (review.rules === undefined) return null;
  return (
    <QueryStates query={query} what="where the review stands" rows={3}>
      {(view) =>
        folded ? (
          <div className={classes.folded}>
            <Disclosure
              label={
                <>
                  <ProcessStateBadge state={view.state} /> Where this review stands
                </>
              }
            >
              <Process review={review} view={view} />
            </Disclosure>
          </div>
        ) : (
          <Section title="Where this review stands">
            <Process review={review} view={view} />
          </Section>
        )
      }
    </QueryStates>
  );
}
