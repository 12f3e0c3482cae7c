import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Section } from '#renderer/ui/section.tsx';
import type { CvView } from '#shared/contract/cv.ts';
import { sectionTitles } from '#shared/domain/cv/document.ts';
import classes from './cv.module.css';
import { PostForm } from './post-form.tsx';
import { PostLine } from './post-line.tsx';
import { SuggestionsPart } from './suggestions-part.tsx';

/** Posts, newest first, with what employment evidence suggests. */
export function PostsPart({ view }: { readonly view: CvView }) {
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={sectionTitles.posts}
      intro="Newest first, back to your primary qualification, with the title exactly as the employer wrote it."
      actions={adding ? null : <Button onClick={() => setAdding(true)}>Add a post</Button>}
    >
      {adding ? (
        <PostForm id={null} post={null} evidence={view.evidence} onDone={() => setAdding(false)} />
      ) : null}
      <SuggestionsPart view={view} />
      {view.posts.length === 0 ? (
        adding ? null : (
          <Text size="sm" c="dimmed">
            No posts yet.
          </Text>
        )
      ) : (
        <ul className={classes.list}>
          {view.posts.map((post) => (
            <PostLine key={post.id} post={post} view={view} />
          ))}
        </ul>
      )}
    </Section>
  );
}
