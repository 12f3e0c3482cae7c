import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { type Signing, SigningForm } from '#renderer/forms/signing/signing-form.tsx';
import { SigningIntro } from '#renderer/forms/signing/signing-intro.tsx';
import type { Standing } from '#renderer/forms/signing/signing-schema.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { SealList } from '#renderer/ui/seal-list.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { PanelMember, Review } from '#shared/domain/review.ts';

function MemberSeals(props: {
  readonly review: Review;
  readonly member: PanelMember;
  readonly standing: Standing;
  readonly onDone: () => void;
}) {
  const { review, member, standing, onDone } = props;
  const { portfolioId } = usePortfolio();
  const [forgotten, setForgotten] = useState(false);
  const sign = useMutation(api.seals.sign.mutationOptions({ scope: { id: `review ${review.id}` } }));
  const submit = async (signing: Signing) => {
    await sign.mutateAsync({
      kind: 'judgement',
      portfolioId,
      id: review.id,
      member: member.id,
      newKey: forgotten,
      ...signing,
    });
    onDone();
  };
  const present = forgotten ? 'new' : standing;
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="sm">
        <Title order={3} size="h4">
          {member.name} seals the judgements
        </Title>
        <SigningIntro standing={present} name={member.name} where="The seal" />
        <SigningForm
          key={present}
          called={member.name}
          standing={present}
          submit="Seal the judgements"
          checkHint="This is kept with the seal."
          pending="Sealing…"
          busy={sign.isPending}
          error={sign.error}
          onSign={submit}
          {...(present === 'known' ? { onForgotten: () => setForgotten(true) } : {})}
          others={
            <Button variant="default" onClick={onDone}>
              Cancel
            </Button>
          }
        />
      </Stack>
    </Paper>
  );
}

/** Members of the panel who stand by the judgements with a seal of their own, before the chair signs the whole. */
export function JudgementSeals({ review }: { readonly review: Review }) {
  const { portfolioId } = usePortfolio();
  const [sealing, setSealing] = useState<string | null>(null);
  const at = { portfolioId, id: review.id };
  const seals = useQuery(
    api.seals.list.queryOptions({ input: { ...at, collection: 'reviews' }, staleTime: 0 }),
  );
  const signers = useQuery(api.reviews.signers.queryOptions({ input: at, staleTime: 0 }));
  const draft = review.state === 'drafted' && review.judgements.length > 0;
  const member = review.panel.find(({ id }) => id === sealing);
  const standing = signers.data?.find((each) => each.member === sealing)?.standing;
  if (!draft && (seals.data?.length ?? 0) === 0) return null;
  return (
    <Section
      title="Seals over the judgements"
      intro="If your programme asks for it, members of the panel can each seal the judgements with their own key before the chair signs. Nobody has to."
    >
      <Stack gap="md">
        <QueryStates query={seals} what="the seals" rows={2}>
          {(all) =>
            all.length === 0 ? <Text size="sm">Nobody has sealed them yet.</Text> : <SealList seals={all} />
          }
        </QueryStates>
        {member === undefined || standing === undefined ? null : (
          <MemberSeals
            key={`${member.id} ${standing}`}
            review={review}
            member={member}
            standing={standing}
            onDone={() => setSealing(null)}
          />
        )}
        {draft && member === undefined ? (
          <Group gap="xs">
            {review.panel.map(({ id, name }) => (
              <Button key={id} variant="default" size="xs" onClick={() => setSealing(id)}>
                {name} seals
              </Button>
            ))}
          </Group>
        ) : null}
      </Stack>
    </Section>
  );
}
