import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Section } from '#renderer/ui/section.tsx';
import classes from '../guidance.module.css';
import { retitled, withCapability, withoutCapability } from './pack-draft.ts';
import type { PartProps } from './pack-editor.tsx';

const kinds = [
  { value: 'clinical', label: 'Clinical' },
  { value: 'generic', label: 'Generic' },
];

function Add({ pack, onChange }: PartProps) {
  const [code, setCode] = useState('');
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState('clinical');
  return (
    <div className={classes.fields}>
      <TextInput label="New code" value={code} onChange={(event) => setCode(event.currentTarget.value)} />
      <TextInput
        label="New capability"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Select
        label="Kind"
        data={kinds}
        value={kind}
        allowDeselect={false}
        onChange={(next) => setKind(next ?? 'clinical')}
      />
      <Button
        variant="default"
        disabled={code.trim() === '' || title.trim() === ''}
        onClick={() => {
          const known = kind === 'generic' ? 'generic' : 'clinical';
          onChange(withCapability(pack, { code: code.trim(), title: title.trim(), kind: known }));
          setCode('');
          setTitle('');
        }}
      >
        Add the capability
      </Button>
    </div>
  );
}

/** The outcomes: their codes stay, since links name them. */
export function CapabilityFields({ pack, onChange }: PartProps) {
  return (
    <Section
      title="Capabilities"
      intro="A code stays: links name it. When one is removed, portfolios that move keep its links, unmapped or under another."
    >
      <Stack gap="md">
        <ul className={classes.list}>
          {pack.capabilities.map(({ code, title }) => (
            <li key={code} className={classes.row}>
              <TextInput
                className={classes.words ?? ''}
                label={code}
                value={title}
                onChange={(event) => onChange(retitled(pack, code, event.currentTarget.value))}
              />
              <Group>
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`Remove ${code}`}
                  onClick={() => onChange(withoutCapability(pack, code))}
                >
                  Remove
                </Button>
              </Group>
            </li>
          ))}
        </ul>
        <Add pack={pack} onChange={onChange} />
      </Stack>
    </Section>
  );
}
