import { Text } from '@mantine/core';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { amountWords } from '#renderer/text/coverage-words.ts';
import { count } from '#renderer/text/format.ts';
import type { CountChange } from '#shared/domain/coverage/ageing.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from './coverage.module.css';

const ruleOf = (pack: GuidancePack, { capability, expectationId }: CountChange) =>
  (capability === null
    ? pack.expectations
    : pack.capabilities.find(({ code }) => code === capability)?.expectations
  )?.find(({ id }) => id === expectationId);

function verdict({ metBefore, metAfter }: CountChange): string {
  if (metBefore === metAfter) return metAfter ? 'still met' : 'still not met';
  return metAfter ? 'now met' : 'no longer met';
}

/** What another submission date does to the counts. */
export function CountChanges(props: { readonly changes: readonly CountChange[] }) {
  const { pack } = usePortfolio();
  const { changes } = props;
  if (changes.length === 0)
    return (
      <Text size="sm" fw={600}>
        No count changes.
      </Text>
    );
  const gained = changes.filter(({ metBefore, metAfter }) => !metBefore && metAfter).length;
  const lost = changes.filter(({ metBefore, metAfter }) => metBefore && !metAfter).length;
  return (
    <>
      <Text size="sm" fw={600} mb={6}>
        {count(changes.length, 'count changes', 'counts change')}: {gained} newly met, {lost} no longer met.
      </Text>
      <table className={classes.table} aria-label="Counts that change">
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Rule</th>
            <th scope="col">Now</th>
            <th scope="col">Then</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => {
            const rule = ruleOf(pack, change);
            const unit = rule?.unit ?? 'items';
            return (
              <tr key={`${change.capability} ${change.expectationId}`}>
                <th scope="row">{change.capability ?? 'Whole portfolio'}</th>
                <td>{rule?.title ?? change.expectationId}</td>
                <td>{amountWords(change.before, unit)}</td>
                <td>
                  {amountWords(change.after, unit)}, {verdict(change)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
