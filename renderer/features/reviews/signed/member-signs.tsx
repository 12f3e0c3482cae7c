import { Button, Paper, Stack, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { type Signing, SigningForm } from '#renderer/forms/signing/signing-form.tsx';
import { SigningIntro } from '#renderer/forms/signing/signing-intro.tsx';
import type { Standing } from '#renderer/forms/signing/signing-schema.ts';
import type { PanelMember, Review } from '#shared/domain/review.ts';

/** One member of the panel signs the report on this device. */
export function MemberSigns(props: {
  readonly review: Review;
  readonly member: PanelMember;
  readonly standing: Standing;
  readonly onDone: () => void;
}) {
  const { review, member, standing, onDone } = props;
  const { portfolioId } = usePortfolio();
  const [forgotten, setForgotten] = useState(false);
  const sign = useMutation(
    api.reviews.addSignature.mutationOptions({ scope: { id: `review ${review.id}` } }),
  );
  const submit = async (signing: Signing) => {
    await sign.mutateAsync({
      portfolioId,
      id: review.id,
      member: member.id,
      newKey: forgotten,
      ...signing,
    });
    onDone();
  };
  const present = forgotten ? 'new' : standing;
  const canForget = standing === 'known' && !forgotten;
  return (
    <Paper withBorder radius="md" p="md" component="section" aria-label={`${member.name} signs`}>
      <Stack gap="sm">
        <Title order={3} size="h4">
          {member.name} signs
        </Title>
        <SigningIntro standing={present} name={member.name} where="Waymark" />
        <SigningForm
          key={present}
          called={member.name}
          standing={present}
          submit="Sign the report"
          checkHint="This is kept with the review."
          pending="Signing. This takes a few seconds."
          busy={sign.isPending}
          error={sign.error}
          onSign={submit}
          {...(canForget ? { onForgotten: () => setForgotten(true) } : {})}
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
