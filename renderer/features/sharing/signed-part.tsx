import { Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconSignature } from '@tabler/icons-react';
import { count, momentWords } from '#renderer/text/format.ts';
import { recordWords, signingPartWords } from '#renderer/text/sharing-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import { SignerStandingView } from '#renderer/ui/signer-standing.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { SignedRecord } from '#shared/domain/packages/preview.ts';
import { isVouchedFor } from '#shared/domain/signer-standing.ts';
import { ScrollList } from './scroll-list.tsx';
import classes from './sharing.module.css';

type Signature = SignedRecord['signatures'][number];

function SignatureLine({ signature }: { readonly signature: Signature }) {
  const { name, part, at, holds } = signature;
  return (
    <li className={classes.signature}>
      <Text size="sm">
        <strong>{name}</strong>, {signingPartWords[part]}
        {at === null ? '' : `, ${momentWords(at)} by the signing computer’s clock`}
      </Text>
      {holds ? (
        <SignerStandingView signature={signature} />
      ) : (
        <Text size="sm" fw={600}>
          This seal does not fit what came with it. Do not rely on it.
        </Text>
      )}
    </li>
  );
}

/** Who signed what came, record by record, and whether anybody here knows them. */
export function SignedPart({ signed }: { readonly signed: readonly SignedRecord[] }) {
  const all = signed.flatMap(({ signatures }) => signatures);
  if (all.length === 0) return null;
  const unsure = all.filter(({ holds, standing }) => !holds || !isVouchedFor(standing)).length;
  const title =
    unsure === 0
      ? `${count(all.length, 'signature')}, all by people you have confirmed`
      : `${count(unsure, 'signature is', 'signatures are')} not confirmed by you`;
  return (
    <Note
      tone={unsure === 0 ? 'info' : 'warn'}
      icon={unsure === 0 ? IconSignature : IconAlertTriangle}
      title={title}
    >
      {unsure === 0 ? null : (
        <Text size="sm" mb="xs">
          That a signature fits its record does not show whose it is: whoever sent this could have made it.
          You can keep it now and ask afterwards; the record goes on saying so until you have made sure.
        </Text>
      )}
      <ScrollList label="Who signed">
        {signed.map(({ collection, id, title: called, date, signatures }) => (
          <li key={`${collection} ${id}`} className={classes.signed}>
            <Stack gap={4}>
              <Text fw={600} size="sm">
                {collection === 'evidence' ? called : recordWords[collection]}
                {date === '' ? null : (
                  <>
                    {' of '}
                    <UkDate date={date} />
                  </>
                )}
              </Text>
              <ul className={classes.list}>
                {signatures.map((signature) => (
                  <SignatureLine
                    key={`${signature.part} ${signature.name} ${signature.certificate} ${signature.at}`}
                    signature={signature}
                  />
                ))}
              </ul>
            </Stack>
          </li>
        ))}
      </ScrollList>
    </Note>
  );
}
