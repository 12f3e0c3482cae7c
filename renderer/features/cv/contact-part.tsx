import { Button, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { ProseField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { CvView } from '#shared/contract/cv.ts';
import { contactSchema } from '#shared/domain/cv/cv.ts';
import { sectionTitles } from '#shared/domain/cv/document.ts';
import { CvForm } from './cv-form.tsx';
import { useCvChange } from './use-cv.ts';

const labels = { address: 'Address', email: 'E-mail', phone: 'Telephone' };

function ContactForm({ view, onDone }: { readonly view: CvView; readonly onDone: () => void }) {
  const form = useZodForm(contactSchema, { ...view.details.contact });
  const { change, error, busy } = useCvChange(onDone);
  return (
    <CvForm
      form={form}
      onSubmit={(contact) => change({ kind: 'contact', contact })}
      labels={labels}
      busy={busy}
      failure={error}
      onCancel={onDone}
    >
      <ProseField form={form} name="address" label={labels.address} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField form={form} name="email" label={labels.email} />
        <TextField form={form} name="phone" label={labels.phone} />
      </SimpleGrid>
    </CvForm>
  );
}

/** How its owner is reached: in no package for others, only in the CV itself. */
export function ContactPart({ view }: { readonly view: CvView }) {
  const { portfolio } = usePortfolio();
  const [editing, setEditing] = useState(false);
  const { address, email, phone } = view.details.contact;
  return (
    <Section
      title={sectionTitles.contact}
      intro="Stays with you: in no package for others, only in the CV you export."
      actions={
        editing ? null : (
          <Button variant="default" aria-label="Change your contact details" onClick={() => setEditing(true)}>
            Change
          </Button>
        )
      }
    >
      {editing ? (
        <ContactForm view={view} onDone={() => setEditing(false)} />
      ) : (
        <Facts
          facts={[
            ['Name', portfolio.doctor.name],
            [
              labels.address,
              <Text key="address" component="span" inherit style={{ whiteSpace: 'pre-line' }}>
                {address === '' ? 'Not said' : address}
              </Text>,
            ],
            [labels.email, email === '' ? 'Not said' : email],
            [labels.phone, phone === '' ? 'Not said' : phone],
          ]}
        />
      )}
    </Section>
  );
}
