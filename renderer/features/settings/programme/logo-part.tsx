import { Button, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { sizeWords } from '#renderer/text/format.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { UploadList } from '#renderer/ui/upload-list.tsx';
import { useUploads } from '#renderer/ui/use-uploads.ts';
import { type Logo, largestLogo } from '#shared/domain/programme/letterhead.ts';
import classes from './programme.module.css';

function Picture({ logo }: { readonly logo: Logo }) {
  const [source, setSource] = useState<string>();
  const { base64, mediaType } = logo;
  useEffect(() => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setSource(url);
    return () => URL.revokeObjectURL(url);
  }, [base64, mediaType]);
  if (source === undefined) return null;
  return <img className={classes.logo ?? ''} src={source} alt="The logo as it is kept" />;
}

/** The picture at the head of reports and forms. Waymark brings none. */
export function LogoPart({ logo }: { readonly logo: Logo | null }) {
  const set = useMutation(api.papers.setLogo.mutationOptions());
  const desk = useUploads((uploadId) => set.mutateAsync({ uploadId }));
  const take = (files: readonly File[]) => {
    for (const old of desk.uploads) desk.cancel(old.key);
    desk.add(files.slice(0, 1));
  };
  return (
    <Section
      title="Logo"
      intro={`A PNG or JPEG of up to ${sizeWords(largestLogo)}. Use one only where your organisation lets you. It is kept in this vault and drawn at most 46 by 18 mm.`}
    >
      <Stack gap="sm">
        {logo === null ? (
          <Text size="sm" c="dimmed">
            There is none: the names stand alone.
          </Text>
        ) : (
          <Group gap="lg" align="center">
            <Picture logo={logo} />
            <Text size="sm" c="dimmed">
              {logo.width} by {logo.height} pixels
            </Text>
            <Button
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden />}
              loading={set.isPending && set.variables.uploadId === null}
              onClick={() => set.mutate({ uploadId: null })}
            >
              Remove the logo
            </Button>
          </Group>
        )}
        <FileDrop
          label={logo === null ? 'Choose a logo' : 'Choose another logo'}
          hint="or drop the picture here."
          multiple={false}
          accept="image/png,image/jpeg"
          disabled={desk.busy}
          onFiles={take}
        />
        <UploadList desk={desk} />
        {set.error !== null && set.variables?.uploadId === null ? <FailedState error={set.error} /> : null}
      </Stack>
    </Section>
  );
}
