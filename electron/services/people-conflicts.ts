import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import { combinedPerson } from '#shared/domain/merge/combine-people.ts';
import type { Person } from '#shared/domain/people.ts';
import type { Change, OpenVault, ProfileRecords } from './ports.ts';
import type { Session } from './session.ts';

type Profile = OpenVault['profile'];

const settled = (id: string, value: Person | null): Change<ProfileRecords> => ({
  collection: 'people',
  id,
  value,
  settles: true,
});

/** People two versions of whose record stand side by side. */
const inTwo = (profile: Profile) =>
  profile.conflicts().flatMap(({ collection, id }) => (collection === 'people' ? [id] : []));

/** What needs no question: the same card on both sides. One taken away on one side and changed on the other is asked. */
export function combinedPeople(profile: Profile): readonly Change<ProfileRecords>[] {
  return inTwo(profile).flatMap((id) => {
    const [first, ...others] = profile.heads('people', id).map(({ value }) => value);
    if (first === undefined || first === null) return [];
    let whole: Person | undefined = first;
    for (const other of others)
      whole = whole === undefined || other === null ? undefined : combinedPerson(whole, other);
    return whole === undefined ? [] : [settled(id, whole)];
  });
}

/** The people whose card was changed in two places, and the choice between them. */
export const createPeopleConflicts = (
  session: Session,
): Pick<Services['people'], 'conflicts' | 'settle'> => ({
  conflicts: async () => {
    const { profile } = session.vault();
    return inTwo(profile).map((id) => ({
      id,
      sides: profile.heads('people', id).map(({ revision, value }) => ({ revision, person: value })),
    }));
  },
  settle: async ({ id, sides, keep }) => {
    const { profile } = session.vault();
    const heads = profile.heads('people', id);
    if (heads.length < 2) throw failure('NOT_FOUND', { what: 'conflict' });
    const seen = new Set(sides);
    if (heads.length !== seen.size || heads.some(({ revision }) => !seen.has(revision)))
      throw failure('CHANGED_SINCE', { count: 1 });
    const chosen = heads.find(({ revision }) => revision === keep);
    if (chosen === undefined) throw failure('NOT_FOUND', { what: 'version' });
    await profile.commit('conflict.settle', [settled(id, chosen.value)]);
    return {};
  },
});
