import { Checkbox, Table, TextInput } from '@mantine/core';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { evidenceTypes } from '#shared/domain/evidence-fields.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from '../guidance.module.css';
import { withType } from './pack-draft.ts';
import type { PartProps } from './pack-editor.tsx';

const said = (pack: GuidancePack, id: string) => pack.types?.find(({ type }) => type === id);

/** Evidence types this guidance calls otherwise, or does not use. */
export function TypeFields({ pack, onChange }: PartProps) {
  return (
    <Section
      title="Evidence types"
      intro="A hidden type is not offered for new evidence. What has it already stays and counts."
    >
      <Disclosure label={`${pack.types?.length ?? 0} changed of ${evidenceTypes.length - 1}`}>
        <div className={classes.scroll}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Type</Table.Th>
                <Table.Th>Called here</Table.Th>
                <Table.Th>Hidden</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {evidenceTypes
                .filter(({ id }) => id !== 'unsorted')
                .map(({ id, title }) => {
                  const one = said(pack, id);
                  const now = { title: one?.title ?? '', hidden: one?.hidden === true };
                  return (
                    <Table.Tr key={id}>
                      <Table.Td>{title}</Table.Td>
                      <Table.Td miw="14rem">
                        <TextInput
                          aria-label={`${title} is called`}
                          placeholder={title}
                          value={now.title}
                          maxLength={80}
                          onChange={(event) =>
                            onChange(withType(pack, id, { ...now, title: event.currentTarget.value }))
                          }
                        />
                      </Table.Td>
                      <Table.Td>
                        <Checkbox
                          aria-label={`Hide ${title}`}
                          checked={now.hidden}
                          onChange={(event) =>
                            onChange(withType(pack, id, { ...now, hidden: event.currentTarget.checked }))
                          }
                        />
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
            </Table.Tbody>
          </Table>
        </div>
      </Disclosure>
    </Section>
  );
}
