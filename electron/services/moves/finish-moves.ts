import { isFailure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Move } from '#shared/domain/moves.ts';
import type { OpenVault, Ports } from '../ports.ts';
import { endMove } from './write-move.ts';

async function finish(vault: OpenVault, move: Move): Promise<void> {
  const from = await vault.openPortfolio(move.from);
  const to = await vault.openPortfolio(move.to);
  if (from !== undefined && to !== undefined) {
    // What did not arrive stays where it was, and what was changed there since stays too.
    const leaving = move.items.filter(
      ({ id, revision }) =>
        to.get('evidence', id) !== undefined && from.heads('evidence', id)[0]?.revision === revision,
    );
    if (leaving.length > 0) {
      await from.commit(
        move.action,
        leaving.map(({ id }) => ({ collection: 'evidence', id, value: null })),
        move.about,
      );
    }
  }
  await endMove(vault, move.id);
}

/**
 * Finishes what a crash left of moves in or out of a portfolio that is being opened: items that have arrived go from
 * where they were. Where that fails, as in a vault that cannot be written, they are shown in both, and the next opening
 * tries again.
 */
export async function finishMoves(
  { log }: Pick<Ports, 'log'>,
  vault: OpenVault,
  portfolio: Id,
): Promise<void> {
  for (const move of [...vault.profile.all('moves').values()]) {
    if (move.from !== portfolio && move.to !== portfolio) continue;
    try {
      await finish(vault, move);
      log('move-finished', { items: move.items.length });
    } catch (thrown) {
      log('move-unfinished', { code: isFailure(thrown) ? thrown.failure : 'fault' });
    }
  }
}
