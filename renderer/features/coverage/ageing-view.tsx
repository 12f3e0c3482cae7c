import { Button, Group, Stack, Text } from '@mantine/core';
import { IconClockCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { count } from '#renderer/text/format.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { AgeingItem } from '#shared/domain/coverage/ageing.ts';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { CountChanges } from './count-changes.tsx';
import classes from './coverage.module.css';
import { ItemLines } from './item-lines.tsx';

const schema = z.strictObject({ on: isoDateSchema });
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What falls out of the window before the target date, month by month; another date may be tried. */
export function AgeingView() {
  const { portfolio, portfolioId } = usePortfolio();
  const own = portfolio.targetDate;
  const form = useZodForm(schema, { on: own });
  const typed = useWatch({ control: form.control, name: 'on' });
  const on = isoDateSchema.safeParse(typed).success ? typed : own;
  const query = useQuery({
    ...api.coverage.ageing.queryOptions({ input: { portfolioId, on: on === own ? null : on } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="lg">
      <Section
        title="If you submitted on another day"
        intro="Try a date. Nothing is saved: the target date itself is under Settings, Portfolio."
      >
        <Group align="flex-end" gap="md">
          <DateField form={form} name="on" label="Submission date to try" />
          {on === own ? null : (
            <Button variant="default" onClick={() => form.setValue('on', own)}>
              Back to the target date
            </Button>
          )}
        </Group>
        <QueryStates query={query} what="what would change" rows={2}>
          {({ changes, windowFrom, targetDate }) => (
            <div aria-live="polite" className={classes.fact}>
              <Text size="sm">
                Submitting on <UkDate date={targetDate} />, evidence since <UkDate date={windowFrom} />{' '}
                counts.
              </Text>
              {targetDate === own ? null : <CountChanges changes={changes} />}
            </div>
          )}
        </QueryStates>
      </Section>
      <QueryStates query={query} what="what grows too old" rows={4}>
        {({ rows, total, targetDate }) => (
          <Section
            title="Growing too old"
            intro={
              <>
                Counts today, and falls out of the window by <UkDate date={targetDate} />. Soonest first.
              </>
            }
          >
            {total === 0 ? (
              <EmptyState icon={IconClockCheck} title="Nothing falls out by then">
                Everything that counts today is still in the window on that day.
              </EmptyState>
            ) : (
              <>
                <ul className={classes.months}>
                  {byMonth(rows).map(([name, items]) => (
                    <li key={name}>
                      <Text size="sm" fw={600} mb={4}>
                        {name}: {count(items.length, 'item')}
                      </Text>
                      <ItemLines items={items} more={(item) => <Falls item={item} />} />
                    </li>
                  ))}
                </ul>
                {total > rows.length ? (
                  <Text size="sm" mt="sm">
                    The first {rows.length} of {total} are shown.
                  </Text>
                ) : null}
              </>
            )}
          </Section>
        )}
      </QueryStates>
    </Stack>
  );
}

function Falls(props: { readonly item: AgeingItem }) {
  const { fallsOutOn, capabilities, keptUpUnder } = props.item;
  return (
    <>
      , too old from <UkDate date={fallsOutOn} />
      {capabilities.length === 0 ? ', linked to nothing' : `, linked to ${capabilities.join(', ')}`}
      {keptUpUnder.length === 0 ? '' : `; kept up under ${keptUpUnder.join(', ')}`}
    </>
  );
}

function byMonth(items: readonly AgeingItem[]): readonly (readonly [string, readonly AgeingItem[]])[] {
  const months = new Map<string, AgeingItem[]>();
  for (const item of items) {
    const name = month.format(new Date(`${item.fallsOutOn}T00:00:00Z`));
    months.set(name, [...(months.get(name) ?? []), item]);
  }
  return [...months];
}
