import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { CvView } from '#shared/contract/cv.ts';
import { postName } from '#shared/domain/cv/document.ts';
import type { Post } from '#shared/domain/cv/post.ts';
import { ukDate } from '#shared/domain/dates.ts';
import classes from './cv.module.css';
import { FindingLine } from './finding-line.tsx';
import { PostForm } from './post-form.tsx';
import { postAnchor } from './use-cv.ts';

const words = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

/** One post: what the CV will say, what proves it, and what is worth a look. */
export function PostLine({ post, view }: { readonly post: Post; readonly view: CvView }) {
  const { portfolioId } = usePortfolio();
  const [editing, setEditing] = useState(false);
  const remove = useMutation(api.cv.removePost.mutationOptions());
  const { id, title, from, to, wholeTime, institution, place, country, supervisor, duties, supervision } =
    post;
  if (editing)
    return (
      <li className={classes.line}>
        <div className={classes.words}>
          <PostForm id={id} post={inputOf(post)} evidence={view.evidence} onDone={() => setEditing(false)} />
        </div>
      </li>
    );
  const findings = view.findings.filter(({ posts }) => posts.includes(id));
  const proofs = view.evidence.filter((item) => post.evidence.includes(item.id));
  const days = `${ukDate(from)} – ${to === null ? 'to date' : ukDate(to)}`;
  return (
    <li className={classes.line} id={postAnchor(id)} tabIndex={-1} aria-label={`${title}, ${days}`}>
      <div className={classes.when}>
        <Text size="sm">{days}</Text>
        <Text size="sm" c="dimmed">
          {wholeTime === null ? '' : `${wholeTime} % of full time`}
        </Text>
      </div>
      <div className={classes.words}>
        <p className={classes.name}>{postName(post)}</p>
        <Text size="sm" c="dimmed">
          {words(institution, place, country)}
        </Text>
        {supervisor === '' && supervision === '' ? null : (
          <Text size="sm" c="dimmed">
            {words(supervisor === '' ? '' : `Supervisor: ${supervisor}`, supervision)}
          </Text>
        )}
        {duties === '' ? null : (
          <Text size="sm" lineClamp={2}>
            {duties}
          </Text>
        )}
        {proofs.length === 0 ? null : (
          <Group gap="md">
            {proofs.map((item) => (
              <TextLink key={item.id} to={paths.evidenceItem} params={{ id: item.id }} size="sm">
                {item.title}
              </TextLink>
            ))}
          </Group>
        )}
        {findings.map((finding) => (
          <FindingLine key={finding.key} finding={finding} view={view} under={id} />
        ))}
        {remove.error === null ? null : <FailedState error={remove.error} />}
      </div>
      <Group gap={4} wrap="nowrap">
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Change: ${title}, ${days}`}
          onClick={() => setEditing(true)}
        >
          Change
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Remove: ${title}, ${days}`}
          loading={remove.isPending}
          onClick={() => remove.mutate({ portfolioId, id })}
        >
          Remove
        </Button>
      </Group>
    </li>
  );
}

function inputOf({ id: _id, createdAt: _made, updatedAt: _changed, ...input }: Post) {
  return input;
}
