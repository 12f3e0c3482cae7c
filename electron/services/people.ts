import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { Person } from '#shared/domain/people.ts';
import { ownCard } from './own-card.ts';
import { createPeopleConflicts } from './people-conflicts.ts';
import type { Ports } from './ports.ts';
import { readCard } from './read-card.ts';
import type { Session } from './session.ts';

const invalid = (path: string, code: string) => failure('INVALID', { issues: [{ path: [path], code }] });

/** The directory: people whose cards this vault holds, and how each was confirmed. */
export function createPeopleService(ports: Ports, session: Session): Services['people'] {
  const inTurn = createInTurn();
  const person = (id: Id): Person => {
    const found = session.vault().profile.get('people', id);
    if (found === undefined) throw failure('NOT_FOUND', { what: 'person' });
    return found;
  };
  const keep = async (action: string, value: Person) => {
    await session.vault().profile.commit(action, [{ collection: 'people', id: value.id, value }]);
    return value;
  };

  const { conflicts, settle } = createPeopleConflicts(session);

  return {
    conflicts,
    settle: (input) => inTurn(() => settle(input)),
    myCard: () => ownCard(ports, session),
    readCard: async ({ text }) => readCard(ports, session, text),
    add: ({ text, confirmed, note, replaces }) =>
      inTurn(async () => {
        const { card, fingerprint, standing, known } = readCard(ports, session, text);
        if (standing === 'own') throw invalid('text', 'own-card');
        if (standing === 'changed-key' && replaces !== known?.fingerprint)
          throw invalid('replaces', 'card-key-changed');
        // What was compared once stays compared as long as the keys are the same.
        const kept = known !== null && standing !== 'changed-key' && confirmed === 'not-yet';
        return keep(known === null ? 'people.add' : 'people.update', {
          ...card,
          id: card.profileId,
          fingerprint,
          confirmed: kept ? known.confirmed : confirmed,
          confirmedOn: kept ? known.confirmedOn : confirmed === 'not-yet' ? null : ports.clock.today(),
          note,
          addedAt: known?.addedAt ?? ports.clock.now().toISOString(),
        });
      }),
    confirm: ({ id, how, on }) =>
      inTurn(async () => {
        if (on > ports.clock.today()) throw invalid('on', 'in-future');
        return keep('people.confirm', {
          ...person(id),
          confirmed: how,
          confirmedOn: how === 'not-yet' ? null : on,
        });
      }),
    list: async () =>
      [...session.vault().profile.all('people').values()].sort(
        (a, b) => a.name.localeCompare(b.name, 'en-GB') || a.id.localeCompare(b.id),
      ),
    get: async ({ id }) => person(id),
    remove: ({ id }) =>
      inTurn(async () => {
        const { id: known } = person(id);
        await session
          .vault()
          .profile.commit('people.remove', [{ collection: 'people', id: known, value: null }]);
        return {};
      }),
  };
}
