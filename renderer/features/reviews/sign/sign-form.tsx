import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { type Signing, SigningForm } from '#renderer/forms/signing/signing-form.tsx';
import { SigningIntro } from '#renderer/forms/signing/signing-intro.tsx';
import type { Standing } from '#renderer/forms/signing/signing-schema.ts';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Holding } from '../hold/holding.ts';
import { chairOf } from '../people.ts';

/** The chair's signature. */
export function SignForm(props: {
  readonly holding: Holding;
  readonly standing: Standing;
  /** Given to a chair who has a passphrase here, for when it is forgotten. */
  readonly onForgotten?: () => void;
  /** True once they have said so: the key is made anew. */
  readonly newKey?: boolean;
}) {
  const { holding, standing, onForgotten, newKey = false } = props;
  const { portfolioId, review, judgements, conclusion } = holding;
  const chair = chairOf(review)?.name ?? '';
  const sign = useMutation(api.reviews.sign.mutationOptions({ scope: { id: `review ${review.id}` } }));

  const submit = async (signing: Signing) => {
    const saved = await Promise.all([judgements.saver.flush(), conclusion.saver.flush()]);
    if (saved.includes(false)) return;
    await sign.mutateAsync({ portfolioId, id: review.id, newKey, ...signing });
  };
  return (
    <Section
      title={`${chair} signs`}
      intro={<SigningIntro standing={standing} name={chair} where="The report" />}
    >
      <SigningForm
        called="the chair"
        standing={standing}
        submit="Sign the review"
        checkHint="This is printed in the report, with whose device it was signed on."
        pending="Signing. The report is laid out, signed and kept; this takes a few seconds. Please leave Waymark open."
        busy={sign.isPending}
        error={sign.error}
        onSign={submit}
        {...(onForgotten === undefined ? {} : { onForgotten })}
      >
        <Note tone="warn" icon={IconLock} title="After signing, nothing of this review can be edited">
          Judgements, texts, actions and outcome are frozen, and the report is made from them, with a place
          for each member of the panel to sign after the chair. Evidence can still be added to the portfolio;
          it then belongs to the next review.
        </Note>
      </SigningForm>
    </Section>
  );
}
