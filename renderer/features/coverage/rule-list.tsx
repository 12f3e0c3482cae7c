import { Text } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { amountWords } from '#renderer/text/coverage-words.ts';
import { countedWords, progressWords } from '#renderer/text/gap-sentence.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { CoverageMeasure } from '#shared/domain/coverage/items-behind.ts';
import type { ExpectationResult } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from './coverage.module.css';
import { NumberButton } from './number-button.tsx';
import { Provenance } from './provenance.tsx';

const percent = ({ have, expectation }: ExpectationResult) =>
  Math.min(100, (have / expectation.atLeast) * 100);

/** "Add DOPS", where a rule that is not met names one type: the form starts with that type and the answer it counts by. */
function AddOfType(props: {
  readonly pack: GuidancePack;
  readonly result: ExpectationResult;
  readonly capability: string | null;
}) {
  const { pack, result, capability } = props;
  const { types, only } = result.expectation;
  const [type] = types;
  if (result.met || type === undefined || types.length > 1) return null;
  return (
    <TextLink
      size="sm"
      to={paths.newEvidence}
      search={{
        type,
        ...(only === undefined ? {} : { answer: `${only.field}:${only.value}` }),
        ...(capability === null ? {} : { capability }),
      }}
    >
      Add {countedWords(result.expectation, pack)}
    </TextLink>
  );
}

function Rule(props: {
  readonly pack: GuidancePack;
  readonly result: ExpectationResult;
  readonly capability: string | null;
  /** Where it was read is said once for all. */
  readonly alike: boolean;
}) {
  const { pack, result, capability, alike } = props;
  const { expectation, met, countsFrom, tooOld, maintained, tooEarly } = result;
  const ask = (measure: CoverageMeasure) => ({ capability, expectation: expectation.id, measure });
  const others = (
    [
      ['maintained', maintained, 'of them older, kept up'],
      ['tooOld', tooOld, 'too old'],
      ['tooEarly', tooEarly, 'not begun yet'],
    ] as const
  ).filter(([, amount]) => amount > 0);
  const RuleIcon = met ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <li className={classes.rule}>
      <RuleIcon size={20} aria-hidden className={met ? classes.met : classes.unmet} />
      <div>
        <Text fw={600} size="sm">
          {expectation.title}
        </Text>
        <Text size="sm">
          <NumberButton question={ask('counted')}>{progressWords(result)}</NumberButton>:{' '}
          {met ? 'met' : 'not met'}. Counted from <UkDate date={countsFrom} />
          {others.map(([measure, amount, words]) => (
            <span key={measure}>
              ;{' '}
              <NumberButton question={ask(measure)}>
                {amountWords(amount, expectation.unit)} {words}
              </NumberButton>
            </span>
          ))}
        </Text>
        <div className={classes.bar} aria-hidden>
          <div className={classes.fill} style={{ width: `${percent(result)}%` }} />
        </div>
        {expectation.note === '' ? null : (
          <Text size="xs" c="dimmed" className={classes.notice}>
            {expectation.note}
          </Text>
        )}
        {alike ? null : (
          <Provenance pack={pack} source={expectation.source} certainty={expectation.certainty} />
        )}{' '}
        <AddOfType pack={pack} result={result} capability={capability} />
      </div>
    </li>
  );
}

/** Rules with what was counted for each, and where each was read. @param capability null for the whole portfolio. */
export function RuleList(props: {
  readonly pack: GuidancePack;
  readonly results: readonly ExpectationResult[];
  readonly capability: string | null;
}) {
  const { pack, results, capability } = props;
  const [first] = results;
  const from = first?.expectation;
  const alike =
    results.length > 1 &&
    results.every(
      ({ expectation: { source, certainty } }) => source === from?.source && certainty === from.certainty,
    );
  return (
    <>
      <ul className={classes.rules}>
        {results.map((result) => (
          <Rule
            key={result.expectation.id}
            pack={pack}
            result={result}
            capability={capability}
            alike={alike}
          />
        ))}
      </ul>
      {alike && from !== undefined ? (
        <div className={classes.allFrom}>
          <Text span size="xs">
            All of these:
          </Text>
          <Provenance pack={pack} source={from.source} certainty={from.certainty} />
        </div>
      ) : null}
    </>
  );
}
