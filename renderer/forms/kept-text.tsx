import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { momentWords } from '#renderer/text/format.ts';
import { Note } from '#renderer/ui/note.tsx';
import { LoadingState } from '#renderer/ui/states.tsx';

/** What forms held when their text was kept: form name to values. */
export type KeptValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

type Found =
  | { readonly is: 'asking' }
  | { readonly is: 'nothing' }
  | { readonly is: 'unreadable' }
  | { readonly is: 'offered'; readonly savedAt: string; readonly values: KeptValues }
  | { readonly is: 'taken'; readonly values: KeptValues };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null for text that some other Waymark wrote in another shape. */
function valuesOf(text: string): KeptValues | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isRecord(parsed) || !Object.values(parsed).every(isRecord)) return null;
    return parsed as KeptValues;
  } catch {
    return null;
  }
}

async function ask(textKey: string): Promise<Found> {
  try {
    const draft = await client.drafts.get({ key: textKey });
    if (draft === null) return { is: 'nothing' };
    const values = valuesOf(draft.text);
    return values === null ? { is: 'unreadable' } : { is: 'offered', savedAt: draft.savedAt, values };
  } catch {
    return { is: 'unreadable' };
  }
}

/**
 * Before a form: offers what was being written in it when Waymark locked or was closed. The form is drawn once that is
 * settled, with the text to put into it or null. Keep it there with `useKeepText` under the same key.
 */
export function KeptText(props: {
  readonly textKey: string;
  /** The screen's heading, where the form brings its own. */
  readonly heading?: ReactNode;
  /** A few words to know it by, such as its title; empty when it has none yet. */
  readonly about?: (values: KeptValues) => string;
  readonly children: (kept: KeptValues | null) => ReactNode;
}) {
  const { textKey, heading, about, children } = props;
  const [found, setFound] = useState<Found>({ is: 'asking' });
  const called = found.is === 'offered' ? (about?.(found.values) ?? '').trim() : '';
  useEffect(() => {
    let gone = false;
    void ask(textKey).then((answer) => {
      if (!gone) setFound(answer);
    });
    return () => {
      gone = true;
    };
  }, [textKey]);

  switch (found.is) {
    case 'asking':
      return (
        <>
          {heading}
          <LoadingState what="what was being written" rows={2} />
        </>
      );
    case 'nothing':
      return children(null);
    case 'taken':
      return children(found.values);
    case 'unreadable':
      return (
        <Stack gap="md">
          <Note tone="warn" icon={IconAlertTriangle} title="Text kept from before cannot be read">
            <Text size="sm">Everything that was saved is safe. The next text kept here takes its place.</Text>
          </Note>
          {children(null)}
        </Stack>
      );
    case 'offered':
      return (
        <>
          {heading}
          <Paper withBorder radius="md" p="lg">
            <Stack gap="sm">
              <Title order={2} size="h3">
                You were writing this on {momentWords(found.savedAt)}
              </Title>
              {called === '' ? null : <Text fw={600}>{called}</Text>}
              <Text size="sm">
                It was not finished, so Waymark kept it, encrypted. Do you want to go on with it?
              </Text>
              <Group>
                <Button onClick={() => setFound({ is: 'taken', values: found.values })}>Continue</Button>
                <Button
                  variant="default"
                  onClick={() => {
                    void client.drafts.drop({ key: textKey }).catch(() => undefined);
                    setFound({ is: 'nothing' });
                  }}
                >
                  Discard
                </Button>
              </Group>
            </Stack>
          </Paper>
        </>
      );
  }
}
