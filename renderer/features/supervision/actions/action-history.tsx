import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { ListedAction } from '#shared/domain/supervision/action-list.ts';
import classes from '../supervision.module.css';

function EvidenceName({ id }: { readonly id: string }) {
  const { portfolioId } = usePortfolio();
  const { data } = useQuery(api.evidence.get.queryOptions({ input: { portfolioId, id } }));
  return (
    <TextLink to={paths.evidenceItem} params={{ id }} size="sm">
      {data?.title ?? 'An evidence item'}
    </TextLink>
  );
}

/** What has happened to an action, oldest first: nothing that was written is lost by what came later. */
export function ActionHistory({ action }: { readonly action: ListedAction }) {
  const { progress, carriedOver, reopened, evidence, closedOn, closingNote, status } = action;
  const events = [
    ...progress.map(({ on, text }) => ({ on, key: `p ${on} ${text}`, words: <>{text}</> })),
    ...carriedOver.map(({ on, from, to, why }) => ({
      on,
      key: `c ${from} ${to}`,
      words: (
        <>
          Carried over from <UkDate date={from} /> to <UkDate date={to} />: {why}
        </>
      ),
    })),
    ...reopened.map((one) => ({
      on: one.on,
      key: `r ${one.on} ${one.closedOn} ${one.why}`,
      words: (
        <>
          Opened again: {one.why} ({one.status === 'done' ? 'Done' : 'Dropped'} on{' '}
          <UkDate date={one.closedOn} />
          {one.closingNote === '' ? '' : `: ${one.closingNote}`})
        </>
      ),
    })),
  ].toSorted((a, b) => a.on.localeCompare(b.on));
  const closed = status !== 'open' && closedOn !== null;
  const note = closed || closingNote !== '';
  if (events.length === 0 && evidence.length === 0 && !note) return null;
  return (
    <ul className={classes.history}>
      {events.map(({ on, key, words }) => (
        <li key={key}>
          <UkDate date={on} />: {words}
        </li>
      ))}
      {evidence.length === 0 ? null : (
        <li>
          Shown by{' '}
          {evidence.map((id, at) => (
            <span key={id}>
              {at === 0 ? '' : ', '}
              <EvidenceName id={id} />
            </span>
          ))}
        </li>
      )}
      {note ? (
        <li>
          {closed ? (
            <>
              <UkDate date={closedOn} />: {status === 'done' ? 'Done' : 'Dropped'}
              {closingNote === '' ? '' : `: ${closingNote}`}
            </>
          ) : (
            `The panel found: ${closingNote}`
          )}
        </li>
      ) : null}
    </ul>
  );
}
