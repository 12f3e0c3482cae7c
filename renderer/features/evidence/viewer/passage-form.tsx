import { Button, Group, NativeSelect, Paper, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { pagesWords } from '#renderer/text/passage-words.ts';
import { withinPages } from '#renderer/ui/viewer/page-maths.ts';
import type { Passage } from '#shared/domain/evidence.ts';
import { findQuote } from '#shared/domain/passages/find-quote.ts';
import { quoteOf } from '#shared/domain/passages/passages.ts';
import { useFileText } from './use-file-text.ts';
import type { Passages } from './use-passages.ts';

const number = (typed: string) => Number.parseInt(typed, 10);

/** Which capability, which pages, which words: one passage to link, or one to change. */
export function PassageForm(props: {
  readonly portfolioId: string;
  readonly file: string;
  readonly pages: number;
  readonly passages: Passages;
  /** What it starts with. */
  readonly start: Pick<Passage, 'from' | 'to' | 'quote'> & { readonly capability: string | null };
  /** Others get a redacted copy of this file: nothing is quoted of the original. */
  readonly isPrivate: boolean;
  readonly onDone: () => void;
}) {
  const { portfolioId, file, pages, passages, start, isPrivate, onDone } = props;
  const { pack, links } = passages;
  const [capability, setCapability] = useState(start.capability ?? links[0]?.capability ?? '');
  const [from, setFrom] = useState(String(start.from));
  const [to, setTo] = useState(String(start.to));
  const [quote, setQuote] = useState(isPrivate ? '' : start.quote);
  const [lacking, setLacking] = useState<'capability' | 'pages' | null>(null);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const text = useFileText(portfolioId, file, quote !== '').data;

  const [begin, end] = [number(from), number(to)];
  const fits = begin >= 1 && end >= begin && withinPages(end, pages) === end;
  const said = text?.pages.filter(({ page }) => page >= begin && page <= end) ?? [];
  const isThere = said.some((page) => findQuote(page.text, quote) !== undefined);
  const before = links.find((link) => link.capability === capability)?.passage;
  const linked = new Set(links.map((link) => link.capability));
  const options = (among: boolean) =>
    pack.capabilities
      .filter(({ code }) => linked.has(code) === among)
      .map(({ code, title }) => ({ value: code, label: `${code} ${title}` }));

  const link = () => {
    if (capability === '') return setLacking('capability');
    if (!fits) return setLacking('pages');
    passages.set(capability, {
      file: file as Passage['file'],
      from: begin,
      to: end,
      quote: quoteOf(quote),
    });
    onDone();
  };
  return (
    <Paper
      component="form"
      withBorder
      p="sm"
      radius="sm"
      aria-label="Link a capability to pages"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        link();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <NativeSelect
        ref={first}
        size="xs"
        label="Capability"
        value={capability}
        error={lacking === 'capability' ? 'Choose a capability' : null}
        onChange={({ currentTarget }) => setCapability(currentTarget.value)}
        data={[
          ...(capability === '' ? [{ value: '', label: 'Choose one' }] : []),
          ...(linked.size === 0 ? [] : [{ group: 'Linked already', items: options(true) }]),
          { group: 'Others', items: options(false) },
        ]}
      />
      <Group gap="xs" mt="xs" align="flex-start" wrap="nowrap">
        <TextInput
          size="xs"
          w="5rem"
          label="From page"
          inputMode="numeric"
          autoComplete="off"
          value={from}
          error={lacking === 'pages'}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          size="xs"
          w="5rem"
          label="To page"
          inputMode="numeric"
          autoComplete="off"
          value={to}
          error={lacking === 'pages'}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
        {isPrivate ? null : (
          <Textarea
            flex="1 1 8rem"
            size="xs"
            label="Words (optional)"
            autosize
            minRows={1}
            maxRows={3}
            maxLength={1000}
            value={quote}
            onChange={({ currentTarget }) => setQuote(currentTarget.value)}
          />
        )}
      </Group>
      {lacking === 'pages' && !fits ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mt={4}>
          Pages 1 to {pages}, the first before the last.
        </Text>
      ) : null}
      {quote.trim() !== '' && said.length > 0 && !isThere ? (
        <Text size="sm" mt={4} role="status">
          These words were not found on {pagesWords({ from: begin, to: end })}. They can be linked all the
          same.
        </Text>
      ) : null}
      {isPrivate ? (
        <Text size="sm" mt={4}>
          Others get the redacted copy of this file, so the original is not quoted. Show the copy to quote
          from it.
        </Text>
      ) : null}
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs">
          {before === undefined ? 'Link' : `Replace ${pagesWords(before)}`}
        </Button>
        <Button variant="default" size="xs" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </Paper>
  );
}
