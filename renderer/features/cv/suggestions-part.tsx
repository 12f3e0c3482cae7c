import { Button, Group, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { CvView } from '#shared/contract/cv.ts';
import type { PostSuggestion } from '#shared/domain/cv/suggestions.ts';
import { ukDate } from '#shared/domain/dates.ts';
import classes from './cv.module.css';
import { PostForm } from './post-form.tsx';

const daysOf = ({ post: { from, to } }: PostSuggestion): string =>
  `${ukDate(from)}${to === null ? '' : ` – ${ukDate(to)}`}`;

function SuggestionLine(props: { readonly suggestion: PostSuggestion; readonly view: CvView }) {
  const { suggestion, view } = props;
  const { portfolioId } = usePortfolio();
  const [adding, setAdding] = useState(false);
  const join = useMutation(api.cv.updatePost.mutationOptions());
  const joined = view.posts.find(({ id }) => id === suggestion.joins);
  if (adding)
    return (
      <li className={classes.line}>
        <div className={classes.words}>
          <PostForm
            id={null}
            begunFrom={suggestion.evidence}
            post={suggestion.post}
            evidence={view.evidence}
            onDone={() => setAdding(false)}
          />
        </div>
      </li>
    );
  const attach = () => {
    if (joined === undefined) return;
    const { id, createdAt: _made, updatedAt: _changed, ...post } = joined;
    join.mutate({
      portfolioId,
      id,
      post: { ...post, evidence: [...post.evidence, suggestion.evidence] },
    });
  };
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <TextLink to={paths.evidenceItem} params={{ id: suggestion.evidence }} size="sm">
          {suggestion.title}
        </TextLink>
        <Text size="sm" c="dimmed">
          {daysOf(suggestion)}
          {joined === undefined ? '' : `. May be about ${joined.title}, from ${ukDate(joined.from)}.`}
        </Text>
        {join.error === null ? null : <FailedState error={join.error} />}
      </div>
      <Group gap={4}>
        {joined === undefined ? null : (
          <Button
            variant="default"
            size="compact-sm"
            loading={join.isPending}
            aria-label={`Attach ${suggestion.title} to ${joined.title}`}
            onClick={attach}
          >
            Attach
          </Button>
        )}
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Add as a post: ${suggestion.title}`}
          onClick={() => setAdding(true)}
        >
          Add as a post
        </Button>
      </Group>
    </li>
  );
}

/** Employment evidence no post names. Nothing is taken over without a press. */
export function SuggestionsPart({ view }: { readonly view: CvView }) {
  if (view.suggestions.length === 0) return null;
  return (
    <Note tone="info" icon={IconBulb} title="Employment evidence no post names yet">
      <ul className={classes.list}>
        {view.suggestions.map((suggestion) => (
          <SuggestionLine key={suggestion.evidence} suggestion={suggestion} view={view} />
        ))}
      </ul>
    </Note>
  );
}
