/** A list that stays in order. */
export type Sorted<T> = {
  readonly add: (value: T) => void;
  /** Takes out the very value that was added. */
  readonly remove: (value: T) => void;
  /** All values in order. The array is the list's own and only good until the next change. */
  readonly values: () => readonly T[];
};

/** Where `value` is, or belongs, in an ordered array. */
export function placeOf<T>(values: readonly T[], value: T, order: (a: T, b: T) => number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = values[middle];
    if (there !== undefined && order(there, value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Above this many waiting values, one sort is cheaper than as many insertions. */
const fewWaiting = 32;

/**
 * An ordered list for values that `order` always tells apart. Additions wait until the list is read: a few are placed by
 * binary search, many (a portfolio being opened) by one sort.
 */
export function createSorted<T extends object>(order: (a: T, b: T) => number): Sorted<T> {
  const values: T[] = [];
  const waiting = new Set<T>();
  return {
    add: (value) => {
      waiting.add(value);
    },
    remove: (value) => {
      if (waiting.delete(value)) return;
      const place = placeOf(values, value, order);
      if (values[place] === value) values.splice(place, 1);
    },
    values: () => {
      if (waiting.size > fewWaiting) {
        for (const value of waiting) values.push(value);
        values.sort(order);
      } else {
        for (const value of waiting) values.splice(placeOf(values, value, order), 0, value);
      }
      waiting.clear();
      return values;
    },
  };
}
