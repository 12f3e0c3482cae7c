import { daysAfter, daysBetween, type IsoDate } from '../dates.ts';

/** Days from `from` to `to`, both of them in it. */
export type Span = { readonly from: IsoDate; readonly to: IsoDate };

/** The earlier of two days. */
export const earlier = (a: IsoDate, b: IsoDate): IsoDate => [a, b].sort()[0] ?? a;
/** The later of two days. */
export const later = (a: IsoDate, b: IsoDate): IsoDate => [a, b].sort()[1] ?? a;

export const daysIn = ({ from, to }: Span): number => daysBetween(from, to) + 1;

const byStart = (a: Span, b: Span) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

/** The days of the spans that lie in `within`. */
export function clipped<S extends Span>(spans: readonly S[], within: Span): readonly S[] {
  return spans
    .filter(({ from, to }) => from <= to && from <= within.to && to >= within.from)
    .map((span) => ({
      ...span,
      from: later(span.from, within.from),
      to: earlier(span.to, within.to),
    }));
}

/** The same days as spans that neither overlap nor touch, in order. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const result: { from: IsoDate; to: IsoDate }[] = [];
  for (const { from, to } of spans.filter((span) => span.from <= span.to).toSorted(byStart)) {
    const last = result.at(-1);
    if (last !== undefined && from <= daysAfter(last.to, 1)) {
      if (to > last.to) last.to = to;
    } else result.push({ from, to });
  }
  return result;
}

/** The days of `within` in none of the spans. */
export function uncovered(within: Span, spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  let next = within.from;
  for (const { from, to } of joined(clipped(spans, within))) {
    if (from > next) result.push({ from: next, to: daysAfter(from, -1) });
    next = daysAfter(to, 1);
  }
  return next <= within.to ? [...result, { from: next, to: within.to }] : result;
}
