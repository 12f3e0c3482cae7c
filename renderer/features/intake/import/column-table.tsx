import { Select, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { count } from '#renderer/text/format.ts';
import { targetChoices } from '#renderer/text/import-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { type ColumnMap, claimedTwice, columnTargetSchema } from '#shared/domain/intake/columns.ts';
import classes from './import.module.css';

const choices = targetChoices.map(({ group, items }) => ({ group, items: [...items] }));

/** What each column is: by its heading, as the last time, or by hand. */
export function ColumnTable(props: {
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly columns: ColumnMap;
  readonly remembered: boolean;
  readonly onChange: (columns: ColumnMap) => void;
}) {
  const { headers, sample, columns, remembered, onChange } = props;
  const left = columns.filter((target) => target === null).length;
  const twice = claimedTwice(columns);
  return (
    <Section
      title="Columns"
      intro={
        left === 0
          ? 'Every column is matched.'
          : `${count(left, 'column')} not matched, and left out. Choose what they are where they matter.`
      }
    >
      {remembered ? (
        <Note tone="info" icon={IconHistory}>
          <Text size="sm">Matched as the last time you brought in a spreadsheet with these headings.</Text>
        </Note>
      ) : null}
      {twice.length === 0 ? null : (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          Two columns are matched to the same answer. Leave one of them out.
        </Text>
      )}
      <table className={classes.columns}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Example</th>
            <th scope="col">Is</th>
          </tr>
        </thead>
        <tbody>
          {headers.map((header, at) => {
            const name = header === '' ? `Column ${at + 1}` : header;
            const example = sample.map((row) => row[at] ?? '').find((cell) => cell !== '') ?? '';
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same heading
              <tr key={at}>
                <th scope="row">{name}</th>
                <td className={classes.example}>{example.slice(0, 80)}</td>
                <td>
                  <Select
                    aria-label={`What “${name}” is`}
                    data={choices}
                    searchable
                    clearable
                    clearButtonProps={{ 'aria-label': `Leave “${name}” out` }}
                    placeholder="Left out"
                    nothingFoundMessage="Nothing found"
                    value={columns[at] ?? null}
                    onChange={(value) => {
                      const target = columnTargetSchema.safeParse(value);
                      onChange(columns.map((old, index) => (index === at ? (target.data ?? null) : old)));
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
