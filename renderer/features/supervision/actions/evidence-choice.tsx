import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { ukDate } from '#shared/domain/dates.ts';

const shown = 50;

/** Items of the evidence list, newest first, found by what is typed. */
export function EvidenceChoice(props: {
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}) {
  const { value, onChange } = props;
  const { portfolioId } = usePortfolio();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 200);
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const { data } = useQuery(
    api.evidence.list.queryOptions({
      input: {
        portfolioId,
        filter: { text: text.slice(0, 500), types: [], capability: null, verified: null, trash: false },
        sort: { by: 'startedOn', direction: 'descending' },
        offset: 0,
        limit: shown,
      },
      placeholderData: keepPreviousData,
    }),
  );
  const found = (data?.rows ?? []).map(({ id, title, startedOn }) => ({
    value: id,
    label: `${title}, ${ukDate(startedOn)}`,
  }));
  // What was chosen stays named when the search no longer finds it.
  const chosen = value.flatMap((id) => {
    const label = known.get(id);
    return label === undefined || found.some((one) => one.value === id) ? [] : [{ value: id, label }];
  });
  return (
    <MultiSelect
      label="Evidence that shows it"
      description="From the evidence list, newest first. Type to search."
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The app has searched already, in more than the title.
      filter={({ options }) => options}
      nothingFoundMessage="Nothing found"
      data={[...chosen, ...found]}
      value={[...value]}
      onChange={(ids) => {
        const labels = [...chosen, ...found].filter((one) => ids.includes(one.value));
        setKnown(new Map([...known, ...labels.map((one) => [one.value, one.label] as const)]));
        onChange(ids);
      }}
    />
  );
}
