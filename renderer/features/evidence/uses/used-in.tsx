import { Group, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { reviewStateWords } from '#renderer/text/review-words.ts';
import { LinkButton, TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { Link } from '#shared/domain/evidence.ts';
import classes from './uses.module.css';
import type { WhereUsed } from './where-used.tsx';

/** What names the item: capabilities, reviews with their reports, sign-offs; and its earlier versions. */
export function UsedIn(props: {
  readonly id: string;
  readonly used: WhereUsed;
  readonly links: readonly Link[];
}) {
  const { id, used, links } = props;
  const { pack } = usePortfolio();
  const titleOf = (code: string) => pack.capabilities.find((one) => one.code === code)?.title;
  return (
    <Stack gap="md">
      <div>
        <Text size="sm" fw={600}>
          Capabilities
        </Text>
        {links.length === 0 ? <Text size="sm">None: no panel sees it, and no rule counts it.</Text> : null}
        <ul className={classes.list}>
          {links.map(({ capability: code }) => (
            <li key={code}>
              {titleOf(code) === undefined ? (
                <Text size="sm">{code}, which this guidance does not have</Text>
              ) : (
                <TextLink size="sm" to={paths.capability} params={{ code }}>
                  {code} {titleOf(code)}
                </TextLink>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <Text size="sm" fw={600}>
          Reviews and reports
        </Text>
        {used.reviews.length === 0 ? <Text size="sm">No review names it.</Text> : null}
        <ul className={classes.list}>
          {used.reviews.map(({ id: reviewId, heldOn, state, ref, capabilities }) => (
            <li key={reviewId}>
              <TextLink size="sm" to={paths.review} params={{ id: reviewId }}>
                Review of {ukDate(heldOn)}
              </TextLink>
              <Text size="sm" span>
                , {reviewStateWords[state].toLowerCase()}
                {ref === null ? ': its panel would see it' : `: ${ref} in its signed report`}
                {capabilities.length === 0 ? '' : `, under ${capabilities.join(', ')}`}
              </Text>
            </li>
          ))}
        </ul>
      </div>
      {used.posts.length === 0 ? null : (
        <div>
          <Text size="sm" fw={600}>
            Posts of your CV
          </Text>
          <ul className={classes.list}>
            {used.posts.map((post) => (
              <li key={post.id}>
                <TextLink size="sm" to={paths.cv} search={{ post: post.id }}>
                  {post.title}, from {ukDate(post.from)}
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Text size="sm">
        <strong>Signed off in person:</strong>{' '}
        {used.signOffs === 0 ? 'by nobody' : count(used.signOffs, 'time')}
      </Text>
      <Group>
        <LinkButton
          to={paths.history}
          params={{ collection: 'evidence', id }}
          variant="default"
          size="xs"
          leftSection={<IconHistory size={16} aria-hidden />}
        >
          What changed, and when
        </LinkButton>
      </Group>
    </Stack>
  );
}
