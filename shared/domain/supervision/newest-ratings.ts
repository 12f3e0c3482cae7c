import type { CapabilityCode } from '../ids.ts';
import type { Rating } from './rating.ts';

/** Both sides of one capability, newest of each. */
export type RatedCapability = {
  readonly capability: CapabilityCode;
  readonly doctor: Rating | null;
  readonly supervisor: Rating | null;
  /** Ratings that newer ones of the same side stand before. */
  readonly earlier: number;
};

const isNewer = (one: Rating, than: Rating | null) =>
  than === null || one.at > than.at || (one.at === than.at && one.id > than.id);

/** The newest rating of each side for every capability that has any. The order they come in changes nothing. */
export function newestRatings(ratings: Iterable<Rating>): ReadonlyMap<CapabilityCode, RatedCapability> {
  const found = new Map<CapabilityCode, RatedCapability>();
  for (const one of ratings) {
    const { capability, side } = one;
    const known = found.get(capability) ?? { capability, doctor: null, supervisor: null, earlier: 0 };
    const before = known[side];
    found.set(capability, {
      ...known,
      earlier: known.earlier + (before === null ? 0 : 1),
      [side]: isNewer(one, before) ? one : before,
    });
  }
  return found;
}
