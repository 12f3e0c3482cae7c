import { Anchor, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { CvView } from '#shared/contract/cv.ts';
import { findingSentence, findingTitles } from '#shared/domain/cv/finding-words.ts';
import type { CvFinding, FindingKind } from '#shared/domain/cv/findings.ts';
import { ukDate } from '#shared/domain/dates.ts';
import classes from './cv.module.css';
import { goToPost } from './use-cv.ts';

/** What is as likely to be right as not: said quietly. */
const quiet: ReadonlySet<FindingKind> = new Set(['overlap', 'missing', 'not-proved']);

/** One thing worth a look, with a way to each of what it is about. */
export function FindingLine(props: {
  readonly finding: CvFinding;
  readonly view: CvView;
  /** The post it stands under, which needs no way to itself. */
  readonly under?: string;
}) {
  const { finding, view, under } = props;
  const Mark = quiet.has(finding.kind) ? IconInfoCircle : IconAlertTriangle;
  const posts = view.posts.filter(({ id }) => finding.posts.includes(id) && id !== under);
  const item = view.evidence.find(({ id }) => id === finding.evidence);
  return (
    <div className={classes.finding}>
      <Mark size={18} aria-hidden className={quiet.has(finding.kind) ? classes.quiet : classes.mark} />
      <div className={classes.words}>
        <Text size="sm">
          <strong>{findingTitles[finding.kind]}.</strong> {findingSentence(finding)}
        </Text>
        {posts.length === 0 && item === undefined ? null : (
          <Group gap="md">
            {posts.map(({ id, title, from }) => (
              <Anchor
                key={id}
                component="button"
                type="button"
                size="sm"
                underline="always"
                onClick={() => goToPost(id)}
              >
                {title}, from {ukDate(from)}
              </Anchor>
            ))}
            {item === undefined ? null : (
              <TextLink to={paths.evidenceItem} params={{ id: item.id }} size="sm">
                Evidence: {item.title}
              </TextLink>
            )}
          </Group>
        )}
      </div>
    </div>
  );
}
