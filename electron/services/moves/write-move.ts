import { failure, isFailure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Move } from '#shared/domain/moves.ts';
import type { OpenVault, Ports } from '../ports.ts';

/** Refused before anything was written: then nothing was begun. Any other failure may have left a line on the disk. */
const refusals: ReadonlySet<string> = new Set(['INVALID', 'PACKAGE_REFUSED', 'PACKAGE_NEWER']);

export const endMove = (vault: OpenVault, id: Id) =>
  vault.profile.commit('move.end', [{ collection: 'moves', id, value: null }]);

/**
 * Fails with READ_ONLY while a move between these portfolios is not finished: it went wrong half-way, and opening the
 * vault again finishes it. Another one on top of it could no longer be told from it.
 */
export function refuseUnfinished(vault: OpenVault, ...portfolios: readonly Id[]): void {
  const unfinished = [...vault.profile.all('moves').values()].some(
    ({ from, to }) => portfolios.includes(from) || portfolios.includes(to),
  );
  if (unfinished) throw failure('READ_ONLY', {});
}

/**
 * Writes the two halves of a move: first that it was begun, then the items where they go, then their going where they
 * were. A crash after any of these leaves them in at least one portfolio, and `finishMoves` takes it from there.
 * Runs in both portfolios' turns.
 */
export async function writeMove(
  { log }: Pick<Ports, 'log'>,
  vault: OpenVault,
  move: Move,
  receive: () => Promise<unknown>,
  give: () => Promise<unknown>,
): Promise<void> {
  refuseUnfinished(vault, move.from, move.to);
  await vault.profile.commit('move.begin', [{ collection: 'moves', id: move.id, value: move }]);
  try {
    await receive();
  } catch (thrown) {
    if (isFailure(thrown) && refusals.has(thrown.failure)) await endMove(vault, move.id);
    throw thrown;
  }
  await give();
  // Both halves are on disk: the move is done, whatever becomes of the note about it.
  await endMove(vault, move.id).catch(() => log('move-note-left', {}));
}
