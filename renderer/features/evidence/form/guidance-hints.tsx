import { Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { useWatch } from 'react-hook-form';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { countedWords, progressWords } from '#renderer/text/gap-sentence.ts';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import type { CoverageMap, ExpectationResult } from '#shared/domain/coverage/types.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { typeTitle } from '#shared/domain/pack-types.ts';
import { counts, names } from './guidance.ts';
import classes from './guidance-hints.module.css';
import type { DraftForm } from './use-draft-form.ts';

function OpenRule(props: { readonly result: ExpectationResult; readonly type: EvidenceTypeId }) {
  const { result, type } = props;
  const { pack } = usePortfolio();
  const { expectation } = result;
  return (
    <li className={classes.rule}>
      <IconCircleDashed size={18} aria-hidden className={classes.open} />
      <div>
        <Text size="sm">{expectation.title}</Text>
        <Text size="xs" c="dimmed" mb={2}>
          {progressWords(result)}.{' '}
          {expectation.only === undefined ? typeTitle(pack, type) : countedWords(expectation, pack)}{' '}
          {counts(expectation, type) ? 'counts.' : 'does not count.'}
        </Text>
        <CertaintyBadge certainty={expectation.certainty} />
      </div>
    </li>
  );
}

/** The rules that still want something, and in one line those that do not. */
function Rules(props: {
  readonly title: string;
  readonly results: readonly ExpectationResult[];
  readonly type: EvidenceTypeId;
}) {
  const { title, results, type } = props;
  const met = results.filter((result) => result.met).length;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      <ul className={classes.rules}>
        {results
          .filter((result) => !result.met)
          .map((result) => (
            <OpenRule key={result.expectation.id} result={result} type={type} />
          ))}
        {met === 0 ? null : (
          <li className={classes.rule}>
            <IconCircleCheckFilled size={18} aria-hidden className={classes.met} />
            <Text size="sm">{met === results.length ? 'All counts met' : `${count(met, 'count')} met`}</Text>
          </li>
        )}
        {results.length > 0 ? null : (
          <li>
            <Text size="sm" c="dimmed">
              No counts: a panel judges it by reading.
            </Text>
          </li>
        )}
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
            title={`Of the whole portfolio, about ${typeTitle(pack, type)}`}
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
