import { type CardStanding, isThisPerson, type ReadCard } from '#shared/domain/cards.ts';
import type { Card, Person } from '#shared/domain/people.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';

const shown = ({ name, roles, gmcNumber, certificates }: Card) =>
  JSON.stringify([name, roles, gmcNumber, certificates]);

function standingOf(card: Card, fingerprint: string, known: Person | undefined, own: boolean): CardStanding {
  if (own) return 'own';
  if (known === undefined) return 'new';
  if (known.fingerprint !== fingerprint) return 'changed-key';
  return shown(known) === shown(card) ? 'same' : 'updated';
}

/**
 * A card held against the directory and the vault's owner. A profile id is only a claim: somebody who takes another's
 * name under a profile of their own is told by `alike`. Fails with PACKAGE_REFUSED (`card`) and LOCKED.
 */
export function readCard(ports: Ports, session: Session, text: string): ReadCard {
  const { profile: store } = session.vault();
  const { card, fingerprint } = ports.cards.read(text);
  const owner = session.profile();
  const known = store.get('people', card.profileId);
  const others = [...store.all('people').values()].filter(
    (person) => person.id !== card.profileId && isThisPerson(person, card),
  );
  return {
    card,
    fingerprint,
    standing: standingOf(card, fingerprint, known, owner?.id === card.profileId),
    known: known ?? null,
    alike: others.map(({ name, gmcNumber, fingerprint: theirs }) => ({
      name,
      gmcNumber,
      fingerprint: theirs,
    })),
  };
}
