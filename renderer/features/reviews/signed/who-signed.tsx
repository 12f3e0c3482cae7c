import { Text } from '@mantine/core';
import { grouped, sizeWords } from '#renderer/text/format.ts';
import { panelRoleWords } from '#renderer/text/review-words.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { Review } from '#shared/domain/review.ts';
import classes from './signed.module.css';

/** The panel, the report, and how anybody can check it. */
export function WhoSigned({ review }: { readonly review: Review }) {
  const { signOff, panel, place } = review;
  if (signOff === null) return null;
  return (
    <Section title="Panel and report">
      <Facts
        facts={[
          [
            'Panel',
            <ul key="panel" className={classes.panel}>
              {panel.map(({ id, name, role, gmcNumber, organisation }) => (
                <li key={id}>
                  {name}, {panelRoleWords[role].toLowerCase()}
                  {gmcNumber === null ? '' : `, GMC ${gmcNumber}`}
                  {organisation === '' ? '' : `, ${organisation}`}
                </li>
              ))}
            </ul>,
          ],
          ...(place === '' ? [] : [['Place', place] as const]),
          ['Report', `PDF, ${sizeWords(signOff.reportSize)}`],
          [
            'Fingerprint of the record',
            <code key="fingerprint" className={classes.hash}>
              {grouped(signOff.fingerprint)}
            </code>,
          ],
        ]}
      />
      <Text size="sm" mt="sm">
        Anybody who is given the PDF can check who signed it and that nothing was changed since:{' '}
        <TextLink size="sm" to={paths.verify}>
          Verify a report
        </TextLink>
        . The same fingerprint is printed in it.
      </Text>
    </Section>
  );
}
