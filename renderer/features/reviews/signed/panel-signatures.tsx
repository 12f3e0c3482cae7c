import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconClock, IconPencil, IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import type { Standing } from '#renderer/forms/signing/signing-schema.ts';
import { momentWords } from '#renderer/text/format.ts';
import { identityCheckWords, panelRoleWords } from '#renderer/text/review-words.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { SignerStandingView } from '#renderer/ui/signer-standing.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { PanelMember, Review } from '#shared/domain/review.ts';
import { isVouchedFor, type ShownSignature } from '#shared/domain/signer-standing.ts';
import { MemberSigns } from './member-signs.tsx';
import { PassItOn } from './pass-it-on.tsx';
import classes from './signed.module.css';

type Place = {
  readonly member: string;
  readonly standing: Standing;
  readonly place: 'signed' | 'empty' | 'none';
  readonly signature: ShownSignature | null;
};

const lower = (words: string) => `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;

/** When somebody signed, and how it was made sure that it was they. */
function signedWords({ signOff }: Review, member: PanelMember): string {
  if (signOff === null) return '';
  const later = signOff.signatures?.find((signature) => signature.member === member.id);
  if (later !== undefined) {
    const how =
      later.identityCheck === null ? 'On another computer' : identityCheckWords[later.identityCheck];
    return `${momentWords(later.at)}, by the signing computer’s clock. Recorded then: ${lower(how)}.`;
  }
  if (member.role !== 'chair') return '';
  return `${momentWords(signOff.signedAt)}, by the signing computer’s clock. Recorded then: ${lower(identityCheckWords[signOff.identityCheck])}.`;
}

const isSure = ({ signature }: Place) => signature !== null && isVouchedFor(signature.standing);

function MemberLine(props: {
  readonly review: Review;
  readonly member: PanelMember;
  readonly place: Place | undefined;
  readonly onSign: () => void;
}) {
  const { review, member, place, onSign } = props;
  return (
    <li className={classes.line}>
      <div>
        <Text fw={600}>{member.name}</Text>
        <Text size="sm" c="dimmed">
          {panelRoleWords[member.role]}
        </Text>
        <Text size="sm">{signedWords(review, member)}</Text>
        {place?.signature == null ? null : <SignerStandingView signature={place.signature} />}
      </div>
      <Group gap="xs" flex="0 0 auto">
        {place?.place === 'signed' ? (
          <ToneBadge tone={isSure(place) ? 'good' : 'neutral'} icon={IconCheck}>
            Signed
          </ToneBadge>
        ) : (
          <ToneBadge tone="neutral" icon={IconClock}>
            {place?.place === 'none' ? 'No place in this report' : 'Not signed yet'}
          </ToneBadge>
        )}
        {place?.place === 'empty' ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            aria-label={`Sign here: ${member.name}`}
            onClick={onSign}
          >
            Sign here
          </Button>
        ) : null}
      </Group>
    </li>
  );
}

/** Who of the panel has signed the report, and the ways for the others to sign: here, or on their own computer. */
export function PanelSignatures({ review }: { readonly review: Review }) {
  const { portfolioId } = usePortfolio();
  const [signing, setSigning] = useState<string | null>(null);
  const query = useQuery(
    api.reviews.signers.queryOptions({ input: { portfolioId, id: review.id }, staleTime: 0 }),
  );
  const member = review.panel.find(({ id }) => id === signing);
  return (
    <Section
      title="Signatures"
      intro="The chair has signed, and the outcome stands. The panel can sign the same report, one after another: each signature shows in it, and none changes what was signed before."
    >
      <QueryStates query={query} what="who has signed" rows={3}>
        {(places) => {
          const placeOf = (id: string) => places.find((place) => place.member === id);
          const standing = placeOf(signing ?? '')?.standing;
          const open = places.some(({ place }) => place === 'empty');
          return (
            <Stack gap="md">
              <ul className={classes.list}>
                {review.panel.map((each) => (
                  <MemberLine
                    key={each.id}
                    review={review}
                    member={each}
                    place={placeOf(each.id)}
                    onSign={() => setSigning(each.id)}
                  />
                ))}
              </ul>
              {member === undefined || standing === undefined ? null : (
                <MemberSigns
                  key={`${member.id} ${standing}`}
                  review={review}
                  member={member}
                  standing={standing}
                  onDone={() => setSigning(null)}
                />
              )}
              {open ? <PassItOn review={review} /> : <AllSigned />}
            </Stack>
          );
        }}
      </QueryStates>
    </Section>
  );
}

const AllSigned = () => (
  <Group gap={6}>
    <IconSignature size={18} aria-hidden />
    <Text size="sm">Everybody who has a place in this report has signed.</Text>
  </Group>
);
