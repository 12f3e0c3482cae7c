import { Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { capabilityKindWords } from '#renderer/text/capability-words.ts';
import { count } from '#renderer/text/format.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import type { Link } from '#shared/domain/evidence.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { Capability, GuidancePack } from '#shared/domain/guidance-pack.ts';
import { linksMoved } from '#shared/guidance/move-links.ts';
import classes from './capabilities-section.module.css';
import { CapabilityChoice } from './capability-choice.tsx';
import { FormSection } from './form-section.tsx';
import { choiceHint } from './guidance.ts';
import { OtherGuidance } from './other-guidance.tsx';
import type { DraftForm } from './use-draft-form.ts';

/** From here on more links weaken an item rather than help it. */
const manyLinks = 6;
const changed = { shouldDirty: true, shouldTouch: true } as const;

const found = (capability: Capability, search: string) => {
  const text = [capability.code, capability.title, ...capability.themes.map(({ title }) => title)]
    .join(' ')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** Which capabilities the item is evidence for. */
export function CapabilitiesSection(props: {
  readonly form: DraftForm;
  readonly pack: GuidancePack;
  readonly type: EvidenceTypeId;
  readonly coverage: CoverageMap | undefined;
  /** Where in a file a link points. */
  readonly passageOf: (link: Link) => ReactNode;
}) {
  const { form, pack, type, coverage, passageOf } = props;
  const [search, setSearch] = useState('');
  const links = useWatch({ control: form.control, name: 'links' });
  const place = new Map(pack.capabilities.map(({ code }, at) => [code, at]));
  const set = (next: readonly Link[]) => {
    const inOrder = next.toSorted((a, b) => (place.get(a.capability) ?? 0) - (place.get(b.capability) ?? 0));
    form.setValue('links', inOrder, changed);
  };
  const toggle = (code: string) => (linked: boolean) => {
    const others = form.getValues('links').filter((link) => link.capability !== code);
    set(linked ? [...others, { capability: code, pages: '', note: '' }] : others);
  };
  const change = (link: Link) =>
    set(form.getValues('links').map((old) => (old.capability === link.capability ? link : old)));

  const groups = [...new Set(pack.capabilities.map(({ kind }) => kind))]
    .map((kind) => ({
      kind,
      capabilities: pack.capabilities.filter(
        (capability) => capability.kind === kind && found(capability, search),
      ),
    }))
    .filter(({ capabilities }) => capabilities.length > 0);

  return (
    <FormSection
      name="capabilities"
      title="Capabilities"
      intro="Link the item where it is real evidence. An item without a capability is not seen by a panel."
    >
      <TextInput
        label="Find a capability"
        placeholder={`Code or words of the ${pack.capabilityName}`}
        leftSection={<IconSearch size={16} aria-hidden />}
        maw="26rem"
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <Text size="sm" role="status">
        {links.length === 0 ? 'None chosen yet' : `${links.length} chosen`}
        {groups.length === 0 ? '. Nothing matches that search.' : ''}
      </Text>
      {links.length > manyLinks ? (
        <Caution title={`${count(links.length, 'capability', 'capabilities')} is a lot for one item`}>
          Quality over quantity: evaluators dislike mass-tagging. Keep the few this item shows best.
        </Caution>
      ) : null}
      <OtherGuidance
        links={links.filter(({ capability }) => !place.has(capability))}
        onRemove={(code) => toggle(code)(false)}
        onMove={(code, to) =>
          set(linksMoved(form.getValues('links'), { to: new Map([[code, to]]), aside: (own) => own }))
        }
      />
      {groups.map(({ kind, capabilities }) => (
        <div key={kind}>
          <Title order={3} size="sm" c="dimmed" mb={4}>
            {capabilityKindWords[kind]}
          </Title>
          <ul className={classes.list}>
            {capabilities.map((capability) => (
              <CapabilityChoice
                key={capability.code}
                capability={capability}
                link={links.find((link) => link.capability === capability.code)}
                hint={choiceHint(
                  coverage?.capabilities.find(({ code }) => code === capability.code),
                  type,
                )}
                onToggle={toggle(capability.code)}
                onChange={change}
                passageOf={passageOf}
              />
            ))}
          </ul>
        </div>
      ))}
    </FormSection>
  );
}
