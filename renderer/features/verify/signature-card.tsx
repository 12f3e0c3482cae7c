import { List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconUserCheck, IconUserQuestion } from '@tabler/icons-react';
import { grouped, momentWords } from '#renderer/text/format.ts';
import { findingWords } from '#renderer/text/verdict-words.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { Verdict } from '#shared/domain/verdict.ts';
import classes from './verify.module.css';

export function SignatureCard(props: {
  readonly signature: Verdict['signatures'][number];
  readonly title: string;
  /** Findings that stand above, about the whole file. */
  readonly alreadySaid: Verdict['findings'];
}) {
  const { signature, title, alreadySaid } = props;
  const own = signature.findings.filter((finding) => !alreadySaid.includes(finding));
  return (
    <Section
      title={title}
      actions={
        signature.valid ? (
          <ToneBadge tone="good" icon={IconCheck}>
            Fits the content
          </ToneBadge>
        ) : (
          <ToneBadge tone="bad" icon={IconAlertTriangle}>
            Does not fit
          </ToneBadge>
        )
      }
    >
      <Stack gap="sm">
        {own.length === 0 ? null : (
          <List size="sm">
            {own.map((finding) => (
              <List.Item key={finding}>{findingWords[finding]}</List.Item>
            ))}
          </List>
        )}
        <Facts
          facts={[
            ['Name in the signature', signature.signer === '' ? 'No name' : signature.signer],
            [
              'Signed',
              signature.claimedAt === null
                ? 'No time is given'
                : `${momentWords(signature.claimedAt)}, by the signing computer’s own clock`,
            ],
            ['Why', signature.reason === '' ? 'Not said' : signature.reason],
            ['Vouched for by', signature.issuer],
            [
              'Known to you',
              signature.known ? (
                <ToneBadge key="known" tone="good" icon={IconUserCheck}>
                  This vault knows this signer
                </ToneBadge>
              ) : (
                <Stack key="known" gap={4} align="flex-start">
                  <ToneBadge tone="warn" icon={IconUserQuestion}>
                    Not known here
                  </ToneBadge>
                  <Text size="sm">
                    Anyone can make a signature in any name. Ask the signer to read you the first groups of
                    their fingerprint.
                  </Text>
                </Stack>
              ),
            ],
            [
              'Signer’s fingerprint',
              <code key="certificate" className={classes.hash}>
                {grouped(signature.certificate)}
              </code>,
            ],
          ]}
        />
      </Stack>
    </Section>
  );
}
