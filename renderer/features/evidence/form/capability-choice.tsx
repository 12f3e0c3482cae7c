import { Checkbox, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Link } from '#shared/domain/evidence.ts';
import type { Capability } from '#shared/domain/guidance-pack.ts';
import classes from './capabilities-section.module.css';

/** One capability to link to; once linked, where to look and what it shows. */
export function CapabilityChoice(props: {
  readonly capability: Capability;
  readonly link: Link | undefined;
  /** What the rules say about it and the item's type, in a few words. */
  readonly hint: string | undefined;
  readonly onToggle: (linked: boolean) => void;
  readonly onChange: (link: Link) => void;
  readonly passageOf: (link: Link) => ReactNode;
}) {
  const { capability, link, hint, onToggle, onChange, passageOf } = props;
  return (
    <li className={classes.choice}>
      <Checkbox
        checked={link !== undefined}
        onChange={(event) => onToggle(event.currentTarget.checked)}
        label={
          <>
            <strong>{capability.code}</strong> {capability.title}
          </>
        }
        description={hint}
      />
      {link?.passage === undefined ? null : <div className={classes.link}>{passageOf(link)}</div>}
      {link === undefined ? null : (
        <Group align="flex-end" gap="sm" className={classes.link}>
          <TextInput
            label="Pages (optional)"
            aria-label={`Pages that show ${capability.code} (optional)`}
            placeholder="p. 3-5"
            size="xs"
            w="9rem"
            maxLength={60}
            autoComplete="off"
            value={link.pages}
            onChange={(event) => onChange({ ...link, pages: event.currentTarget.value })}
          />
          <TextInput
            label="What it shows (optional)"
            aria-label={`What it shows for ${capability.code} (optional)`}
            size="xs"
            flex="1 1 14rem"
            maxLength={400}
            autoComplete="off"
            value={link.note}
            onChange={(event) => onChange({ ...link, note: event.currentTarget.value })}
          />
        </Group>
      )}
    </li>
  );
}
