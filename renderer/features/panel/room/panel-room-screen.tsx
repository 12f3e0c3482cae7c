import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState, LoadingState } from '#renderer/ui/states.tsx';
import { packOf, roomOf } from './asked.ts';
import classes from './room.module.css';
import { Room } from './room.tsx';
import { useSheetOf } from './use-own-sheet.ts';

/** The panel room: one doctor of the day, from edge to edge of the window. */
export function PanelRoomScreen() {
  const { portfolioId = '', id = '' } = useParams({ strict: false });
  return <OpenRoom key={`${portfolioId} ${id}`} at={{ portfolioId, id }} />;
}

function OpenRoom({ at }: { readonly at: { readonly portfolioId: string; readonly id: string } }) {
  const room = useQuery(roomOf(at));
  const pack = useQuery(packOf(at));
  const sheet = useSheetOf(at, room.data);
  const failed = room.data === undefined ? room.error : pack.data === undefined ? pack.error : null;
  const waits = room.data === undefined || pack.data === undefined;
  if (!waits && (room.data.here === null || sheet !== undefined))
    return (
      <Room
        key={room.data.here ?? 'nobody'}
        at={at}
        room={room.data}
        pack={pack.data.pack}
        sheet={sheet ?? null}
      />
    );
  return (
    <div className={classes.waiting}>
      <h1 className={classes.small}>Panel room</h1>
      {failed === null ? (
        <LoadingState what="the panel room" />
      ) : (
        <>
          <FailedState error={failed} onRetry={() => void Promise.all([room.refetch(), pack.refetch()])} />
          <LinkButton to={paths.panel} variant="default" mt="md">
            Back to the day
          </LinkButton>
        </>
      )}
    </div>
  );
}
