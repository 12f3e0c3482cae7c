import { roleWords } from '#renderer/text/profile-words.ts';
import type { Card } from '#shared/domain/people.ts';
import { Facts } from '../facts.tsx';

export const rolesOf = ({ roles }: Pick<Card, 'roles'>): string =>
  roles.length === 0 ? 'None given' : roles.map((role) => roleWords[role].title).join(', ');

/** What a card says of its owner. It is their own word until the fingerprint has been compared. */
export function PersonFacts(props: {
  readonly card: Pick<Card, 'name' | 'roles' | 'gmcNumber'>;
  readonly more?: Parameters<typeof Facts>[0]['facts'];
}) {
  const { card, more = [] } = props;
  return (
    <Facts
      facts={[
        ['Name', card.name],
        ['Roles', rolesOf(card)],
        ['GMC number', card.gmcNumber ?? 'None given'],
        ...more,
      ]}
    />
  );
}
