import { List, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { grouped, momentWords } from '#renderer/text/format.ts';
import { remarkWords } from '#renderer/text/signer-words.ts';
import { findingWords } from '#renderer/text/verdict-words.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { SignerKnown } from '#renderer/ui/signer-standing.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { Verdict } from '#shared/domain/verdict.ts';
import classes from './verify.module.css';

export function SignatureCard(props: {
  readonly signature: Verdict['signatures'][number];
  readonly title: string;
  /** Whom the place in the report is for; null where the report names nobody. */
  readonly placed: string | null;
  /** Findings that stand above, about the whole file. */
  readonly alreadySaid: Verdict['findings'];
}) {
  const { signature, title, placed, alreadySaid } = props;
  const { signer, issuer, kind, standing } = signature;
  // Of a signature that does not hold, nothing it says of itself is worth repeating.
  const claim = { name: placed ?? signer, standing, organisation: kind === 'organisation' ? issuer : null };
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
        {signature.remarks.map((remark) => (
          <Note key={remark} tone="warn" icon={IconAlertTriangle} title="To be aware of">
            {remarkWords[remark]}
          </Note>
        ))}
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
            ...(signature.timestamp === null
              ? []
              : [
                  [
                    'Time confirmed',
                    `${momentWords(signature.timestamp.at)}, by ${signature.timestamp.authority}`,
                  ] as const,
                ]),
            [
              'Vouched for by',
              signature.kind === 'organisation' ? `${signature.issuer} (an organisation)` : signature.issuer,
            ],
            ...(signature.valid
              ? [['Known to you', <SignerKnown key="known" signature={claim} />] as const]
              : []),
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
