import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { saveBlob } from '#renderer/api/downloads.ts';
import { cardFileName } from '#renderer/text/people-words.ts';
import { Fingerprint } from '#renderer/ui/people/fingerprint.tsx';
import { PersonFacts } from '#renderer/ui/people/person-facts.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import classes from './my-card.module.css';
import { QrCode } from './qr-code.tsx';

/** This vault's own card: what others need to send to its owner and to know their signatures. */
export function MyCard() {
  const mine = useQuery(api.people.myCard.queryOptions());
  return (
    <Section
      title="My card"
      intro="Give it to the people who send you packages or open yours. It holds no secret: your name, roles, GMC number and the public halves of your keys."
    >
      <QueryStates query={mine} what="your card" rows={4}>
        {({ text, compact, card, fingerprint }) => (
          <div className={classes.card}>
            <div className={classes.qr}>
              <QrCode text={compact} label={`QR code of the card of ${card.name}`} />
            </div>
            <Stack gap="md" className={classes.words ?? ''}>
              <PersonFacts card={card} />
              <div>
                <Text size="sm" fw={600} mb={4}>
                  My fingerprint, to read out when somebody asks
                </Text>
                <Fingerprint fingerprint={fingerprint} label="My fingerprint" />
              </div>
              <Group gap="sm">
                <Button
                  leftSection={<IconDownload size={16} aria-hidden />}
                  onClick={() => saveBlob(new Blob([`${text}\n`]), cardFileName(card.name))}
                >
                  Save as a file
                </Button>
                <CopyButton value={text}>
                  {({ copied, copy }) => (
                    <Button
                      variant="default"
                      leftSection={
                        copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
                      }
                      onClick={copy}
                    >
                      {copied ? 'Copied' : 'Copy as text'}
                    </Button>
                  )}
                </CopyButton>
              </Group>
            </Stack>
          </div>
        )}
      </QueryStates>
    </Section>
  );
}
