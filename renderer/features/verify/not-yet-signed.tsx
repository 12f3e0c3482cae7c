import { List } from '@mantine/core';
import { panelRoleWords } from '#renderer/text/review-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { Verdict } from '#shared/domain/verdict.ts';

/** Those the report has a place for, and who have not signed in this copy. */
export function NotYetSigned({ fields }: { readonly fields: Verdict['fields'] }) {
  const open = fields.filter((field) => !field.signed);
  if (open.length === 0) return null;
  return (
    <Section
      title="Not signed yet"
      intro="The report has a place for these people. In another copy of it they may have signed since."
    >
      <List size="sm" spacing={4}>
        {open.map(({ fieldName, member, label }) => (
          <List.Item key={fieldName}>
            {member === null ? label : `${member.name}, ${panelRoleWords[member.role].toLowerCase()}`}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
