import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import type { DraftForm } from './use-draft-form.ts';

/** Own words to find an item by, with those used before. */
export function TagsField({ form }: { readonly form: DraftForm }) {
  const { portfolioId } = usePortfolio();
  const tags = useWatch({ control: form.control, name: 'tags' });
  const known = useQuery(api.evidence.tags.queryOptions({ input: { portfolioId } })).data?.tags ?? [];
  const set = (next: readonly string[]) => {
    // The same word in another case is the same tag.
    const kept = next.filter(
      (tag, at) => next.findIndex((one) => one.toLowerCase() === tag.toLowerCase()) === at,
    );
    form.setValue('tags', [...kept], { shouldDirty: true, shouldTouch: true });
  };
  return (
    <TagsInput
      label="Tags"
      description="Your own words to find it by. Press Enter after each; they count for no rule."
      data={known.map(({ tag }) => tag)}
      value={tags}
      onChange={set}
      maxTags={30}
      splitChars={[',', ';']}
      acceptValueOnBlur
      maxLength={40}
      clearable
      clearButtonProps={{ 'aria-label': 'Remove all tags' }}
    />
  );
}
