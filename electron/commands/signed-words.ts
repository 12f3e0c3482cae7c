import type { SignedRecord } from '#shared/domain/packages/preview.ts';
import { isVouchedFor, type SignerStanding } from '#shared/domain/signer-standing.ts';
import type { Output } from './command.ts';

type Signature = SignedRecord['signatures'][number];

const standings: Record<SignerStanding['is'], (known: string) => string> = {
  own: () => 'a key of this vault',
  confirmed: (known) => `the key of ${known}, whom you have confirmed`,
  'card-only': (known) => `NOT CONFIRMED: only a card of ${known} has this key`,
  device: (known) => `NOT CONFIRMED: a key made on the computer of ${known}, who could have made it alone`,
  organisation: () => 'NOT CONFIRMED: a key issued by the organisation that issued yours',
  'other-name': (known) => `NOT THE SAME PERSON: the key is that of ${known}`,
  'other-key': (known) => `NOT THE KEY you know of ${known}`,
  unknown: () => 'NOT KNOWN: anybody can make a key in any name',
};

const parts: Record<Signature['part'], string> = {
  chair: 'chair',
  panel: 'panel',
  judgement: 'judgements',
  'supervisor-report': 'report',
  'in-person': 'in person',
  'sign-off': 'sign-off',
};

function tell({ part, name, certifiedName, organisation, standing, certificate, holds, remarks }: Signature) {
  const words = holds ? standings[standing.is](standing.person?.name ?? name) : 'DOES NOT HOLD';
  const issuer = organisation === null ? '' : `, says it was issued by ${organisation}`;
  const other = certifiedName === name ? '' : `, name in the key: ${certifiedName}`;
  const odd = remarks.length === 0 ? '' : `, ${remarks.join(', ')}`;
  return [`  ${parts[part]}: ${name} (${words}${other}${issuer}${odd})`, `    certificate ${certificate}`];
}

/** Who signed what came, one record after the other, and whether anybody here knows them. */
export function tellSigned(signed: readonly SignedRecord[], out: Output): void {
  for (const { collection, title, date, signatures } of signed) {
    out.line(`signed      ${collection} ${title} ${date}`);
    for (const line of signatures.flatMap(tell)) out.line(line);
  }
  const unsure = signed.flatMap(({ signatures }) => signatures).filter((one) => !isVouchedFor(one.standing));
  if (unsure.length > 0)
    out.line(`            ${unsure.length} not confirmed here: ask each person before you rely on it`);
}
