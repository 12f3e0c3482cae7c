import { Button, Group, Text } from '@mantine/core';
import { numberWords } from '#renderer/text/format.ts';

/** Which part of a long list is shown, and the way to the next. Nothing where it fits on one page. */
export function Pager(props: {
  /** `drafts`. */
  readonly what: string;
  /** From 0. */
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}) {
  const { what, page, perPage, total, onPage } = props;
  if (total <= perPage) return null;
  const from = page * perPage + 1;
  const to = Math.min(total, (page + 1) * perPage);
  return (
    <Group component="nav" aria-label={`Pages of ${what}`} gap="sm">
      <Button variant="default" size="xs" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Previous
      </Button>
      <Text size="sm" role="status">
        {numberWords(from)} to {numberWords(to)} of {numberWords(total)} {what}
      </Text>
      <Button variant="default" size="xs" disabled={to === total} onClick={() => onPage(page + 1)}>
        Next
      </Button>
    </Group>
  );
}
