import { Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { useWatch } from 'react-hook-form';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import type { CoverageMap, ExpectationResult } from '#shared/domain/coverage/types.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { counts, names, progressWords } from './guidance.ts';
import classes from './guidance-hints.module.css';
import type { DraftForm } from './use-draft-form.ts';

function Rule(props: { readonly result: ExpectationResult; readonly type: EvidenceTypeId }) {
  const { result, type } = props;
  const { expectation } = result;
  const RuleIcon = result.met ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <li className={classes.rule}>
      <RuleIcon size={18} aria-hidden className={result.met ? classes.met : classes.open} />
      <div>
        <Text size="sm">{expectation.title}</Text>
        <Text size="xs" c="dimmed">
          {progressWords(result)}
          {result.met ? ', met' : ''}
          {counts(expectation, type) ? '. This type counts.' : '. This type does not count.'}
        </Text>
        <CertaintyBadge certainty={expectation.certainty} />
      </div>
    </li>
  );
}

function Rules(props: {
  readonly title: string;
  readonly results: readonly ExpectationResult[];
  readonly type: EvidenceTypeId;
}) {
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {props.title}
      </Text>
      <ul className={classes.rules}>
        {props.results.map((result) => (
          <Rule key={result.expectation.id} result={result} type={props.type} />
        ))}
      </ul>
    </div>
  );
}

/** What the guidance asks for where this item is linked, beside the form. */
export function GuidanceHints(props: {
  readonly form: DraftForm;
  readonly pack: GuidancePack;
  readonly coverage: CoverageMap | undefined;
  readonly type: EvidenceTypeId;
}) {
  const { form, pack, coverage, type } = props;
  const links = useWatch({ control: form.control, name: 'links' });
  if (coverage === undefined) return null;
  const whole = coverage.whole.filter(({ expectation }) => names(expectation, type));
  const chosen = links.flatMap(({ capability }) => {
    const found = coverage.capabilities.find(({ code }) => code === capability);
    const title = pack.capabilities.find(({ code }) => code === capability)?.title ?? '';
    return found === undefined ? [] : [{ ...found, title }];
  });
  return (
    <Paper component="aside" withBorder p="md" radius="md" aria-label="What the guidance asks">
      <Title order={2} size="h3" mb="xs">
        What the guidance asks
      </Title>
      <Stack gap="md">
        {chosen.length === 0 ? (
          <Text size="sm" c="dimmed">
            Choose a capability to see its rules here.
          </Text>
        ) : (
          chosen.map(({ code, title, expectations }) => (
            <Rules key={code} title={`${code} ${title}`} results={expectations} type={type} />
          ))
        )}
        {whole.length === 0 ? null : (
          <Rules
            title={`Of the whole portfolio, about ${evidenceTypeById(type).title}`}
            results={whole}
            type={type}
          />
        )}
        <Text size="xs" c="dimmed">
          {pack.title}, version {pack.version}. Counts never mean that evidence is sufficient: that is for the
          GMC.
        </Text>
      </Stack>
    </Paper>
  );
}
