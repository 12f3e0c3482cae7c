import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { becameWords } from '#renderer/text/guidance-words.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { GuidanceReading } from '#shared/domain/guidance-reading.ts';
import { largestGuidance } from '#shared/guidance/read-guidance.ts';
import { FaultList } from './fault-list.tsx';
import classes from './guidance.module.css';

type Chosen = { readonly text: string; readonly from: 'json' | 'case' };

/** A pack says so; everything else is read as CASE. */
const formatOf = (text: string): Chosen['from'] =>
  /"format"\s*:\s*"waymark-guidance-/.test(text) && !text.includes('"CFDocument"') ? 'json' : 'case';

const levels = [
  { value: '', label: 'As usual' },
  ...[1, 2, 3, 4].map((level) => ({ value: String(level), label: `Level ${level}` })),
];

function Preview({ reading }: { readonly reading: GuidanceReading }) {
  const { pack, became } = reading;
  return (
    <>
      <Text fw={600}>
        {pack.title}, version {pack.version}: {pack.capabilities.length} capabilities
      </Text>
      {became.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: so that it can be scrolled without a mouse
        <ul className={classes.became} aria-label="What became of what" tabIndex={0}>
          {became.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and lines may be the same
            <li key={at}>{becameWords(one)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A pack's own JSON or a CASE package, looked at before it is kept. */
export function ImportPack() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [level, setLevel] = useState('');
  const read = useMutation(api.guidance.read.mutationOptions({ meta: { refresh: false } }));
  const save = useMutation(
    api.guidance.save.mutationOptions({
      onSuccess: () => {
        read.reset();
        setChosen(null);
      },
    }),
  );
  const look = (next: Chosen, depth: string) => {
    setChosen(next);
    setLevel(depth);
    save.reset();
    read.mutate({ ...next, level: depth === '' ? null : Number(depth) });
  };
  const open = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    // What is too large is not read into the page: its first part is refused as well.
    const text = await file.slice(0, largestGuidance + 4).text();
    look({ text, from: formatOf(text) }, '');
  };
  const shown = chosen === null ? undefined : read.data;
  return (
    <Section
      title="Bring in a pack"
      intro="A Waymark pack as JSON, or a framework of another system as a CASE package (JSON). You see what it becomes before it is kept."
    >
      <Stack gap="md">
        <FileDrop
          label="Choose a guidance file"
          hint="Or drop it here. Nothing leaves this computer."
          multiple={false}
          accept=".json,application/json"
          onFiles={(files) => void open(files)}
        />
        <FaultList error={read.error} />
        {save.isSuccess && shown === undefined ? (
          <Text role="status" size="sm">
            Kept: {save.data.title}, version {save.data.version}.
          </Text>
        ) : null}
        {shown === undefined || chosen === null ? null : (
          <>
            <Preview reading={shown} />
            {chosen.from === 'case' && shown.became.length > 0 ? (
              <Select
                label="Capabilities stand at"
                description="How far down in the framework. Everything below becomes their themes."
                data={levels}
                value={level}
                allowDeselect={false}
                maw="20rem"
                onChange={(next) => look(chosen, next ?? '')}
              />
            ) : null}
            <FaultList error={save.error} />
            <Group>
              <Button loading={save.isPending} onClick={() => save.mutate({ pack: shown.pack })}>
                Keep this pack
              </Button>
              <Button variant="default" onClick={() => setChosen(null)}>
                Leave it
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Section>
  );
}
