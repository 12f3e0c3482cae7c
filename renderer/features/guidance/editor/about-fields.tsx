import { NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { Section } from '#renderer/ui/section.tsx';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from '../guidance.module.css';
import { ownProvenance } from './pack-draft.ts';
import type { PartProps } from './pack-editor.tsx';

const lines = [
  ['title', 'Title'],
  ['specialty', 'Specialty'],
  ['curriculum', 'Curriculum'],
  ['capabilityName', 'What the college calls a capability'],
  ['version', 'Version'],
] as const satisfies readonly (readonly [keyof GuidancePack, string])[];

/** What a doctor chooses by, and how long evidence counts. */
export function AboutFields({ pack, onChange, isNew }: PartProps & { readonly isNew: boolean }) {
  return (
    <Section title="About the pack">
      <Stack gap="md">
        <div className={classes.fields}>
          {lines.map(([key, label]) => (
            <TextInput
              key={key}
              label={label}
              value={pack[key]}
              onChange={(event) => onChange({ ...pack, [key]: event.currentTarget.value })}
            />
          ))}
          <TextInput
            label="Short name"
            description={
              isNew ? 'Small letters, digits and dashes. It stays for ever.' : 'It stays for ever.'
            }
            disabled={!isNew}
            value={pack.id}
            onChange={(event) => onChange({ ...pack, id: event.currentTarget.value })}
          />
          <NumberInput
            label="Evidence counts for (years)"
            value={pack.window.years}
            min={1}
            max={20}
            hideControls
            onChange={(years) =>
              onChange({ ...pack, window: { ...pack.window, ...ownProvenance, years: Number(years) } })
            }
          />
        </div>
        <Textarea
          label="Notice"
          description="What everybody must know before they rely on this pack."
          autosize
          minRows={3}
          value={pack.notice}
          onChange={(event) => onChange({ ...pack, notice: event.currentTarget.value })}
        />
      </Stack>
    </Section>
  );
}
