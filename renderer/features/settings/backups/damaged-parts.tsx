import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import type { BackupInfo } from '#shared/domain/backup.ts';

/** Parts of the vault that were damaged when the last backup was made: what is safe all the same, and what to do. */
export function DamagedParts(props: { readonly damaged: BackupInfo['damaged'] }) {
  const { data: portfolios = [] } = useQuery(api.portfolios.list.queryOptions());
  const nameOf = (store: string) => {
    const found = portfolios.find(({ id }) => store === `portfolios/${id}`);
    return found === undefined ? 'Your own details' : `The portfolio of ${found.doctorName}`;
  };
  return props.damaged.map(({ store, what }) =>
    what === 'history' ? (
      <Caution key={store} title={`${nameOf(store)}: part of its history is damaged`}>
        Its records are whole and in the backup. How they came to be can be read only in part.
      </Caution>
    ) : (
      <Caution key={store} title={`${nameOf(store)} is damaged`}>
        Everything else is backed up and safe. Its files were copied as they are, and the last backup that has
        it whole is kept. To mend it, lock Waymark and restore that backup, or open the portfolio to see what
        of it is good.
      </Caution>
    ),
  );
}
