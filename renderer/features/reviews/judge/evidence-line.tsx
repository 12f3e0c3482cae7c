import { Text } from '@mantine/core';
import {
  IconCalendarCheck,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconPaperclip,
} from '@tabler/icons-react';
import { useTypeTitle } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { EvidenceRow } from '#shared/domain/evidence.ts';
import { EvidenceDetails } from './evidence-details.tsx';
import classes from './judge.module.css';

type Period = { readonly from: string; readonly to: string };

const inPeriod = ({ startedOn, endedOn }: EvidenceRow, { from, to }: Period) =>
  startedOn <= to && (endedOn ?? startedOn) >= from;

function Fact(props: { readonly icon: typeof IconPaperclip; readonly children: string }) {
  const FactIcon = props.icon;
  return (
    <span className={classes.fact}>
      <FactIcon size={14} aria-hidden />
      {props.children}
    </span>
  );
}

/** One item in two lines; opens to what the doctor wrote and the files. */
export function EvidenceLine(props: {
  readonly row: EvidenceRow;
  readonly code: string;
  readonly portfolioId: string;
  readonly period: Period;
}) {
  const { row, code, portfolioId, period } = props;
  const { startedOn, endedOn, verified, files } = row;
  const typeTitle = useTypeTitle();
  return (
    <li className={classes.item}>
      <Disclosure
        label={
          <>
            <Text span size="sm" fw={600}>
              {row.title}
            </Text>
            <span className={classes.facts}>
              <span>
                <UkDate date={startedOn} />
                {endedOn === null || endedOn === startedOn ? null : (
                  <>
                    {' to '}
                    <UkDate date={endedOn} />
                  </>
                )}
              </span>
              <span>{typeTitle(row.type)}</span>
              <Fact icon={verified ? IconCircleCheckFilled : IconCircleDashed}>
                {verified ? 'Verified' : 'Not verified'}
              </Fact>
              {files === 0 ? null : <Fact icon={IconPaperclip}>{count(files, 'file')}</Fact>}
              {inPeriod(row, period) ? <Fact icon={IconCalendarCheck}>In this period</Fact> : null}
            </span>
          </>
        }
      >
        <EvidenceDetails portfolioId={portfolioId} id={row.id} code={code} />
      </Disclosure>
    </li>
  );
}
