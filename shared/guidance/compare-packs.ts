import type { CapabilityFate, NamedCapability, RuleChange } from '#shared/domain/guidance-change.ts';
import type { Capability, Expectation, GuidancePack } from '#shared/domain/guidance-pack.ts';
import { likeness } from './likeness.ts';

const alikeFrom = 0.4;
/** The same code is a hint of its own. */
const alikeUnderOneCode = 0.2;
const mostSuggestions = 3;

const name = ({ code, title }: NamedCapability): NamedCapability => ({ code, title });

/** What becomes of one capability under other guidance. @param links how many links name it. */
export function fateOf(
  from: NamedCapability,
  to: Pick<GuidancePack, 'capabilities'>,
  links: number,
): CapabilityFate {
  const twin = to.capabilities.find(({ code, title }) => code === from.code && title === from.title);
  if (twin !== undefined) return { from: name(from), fate: 'same', to: twin.code, suggestions: [], links };
  const suggestions = to.capabilities
    .map((one) => ({ ...name(one), likeness: likeness(from.title, one.title) }))
    .filter((one) => one.likeness >= (one.code === from.code ? alikeUnderOneCode : alikeFrom))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostSuggestions);
  const [best] = suggestions;
  return {
    from: name(from),
    fate: best === undefined ? 'gone' : 'alike',
    to: best?.code ?? null,
    suggestions,
    links,
  };
}

/** Capabilities of `to` that `from` has not, by code and title. */
export const addedIn = (from: readonly NamedCapability[], to: Pick<GuidancePack, 'capabilities'>) =>
  to.capabilities
    .filter((one) => !from.some(({ code, title }) => code === one.code && title === one.title))
    .map(name);

type Asked = { readonly capability: string | null; readonly rule: Expectation };
const asked = ({ capabilities, expectations }: Pick<GuidancePack, 'capabilities' | 'expectations'>) =>
  new Map<string, Asked>([
    ...capabilities.flatMap((capability: Capability) =>
      capability.expectations.map((rule) => [rule.id, { capability: capability.code, rule }] as const),
    ),
    ...expectations.map((rule) => [rule.id, { capability: null, rule }] as const),
  ]);

const sameRule = (a: Expectation, b: Expectation) =>
  a.title === b.title &&
  a.atLeast === b.atLeast &&
  a.unit === b.unit &&
  a.withinYears === b.withinYears &&
  a.only?.field === b.only?.field &&
  a.only?.value === b.only?.value &&
  [...a.types].sort().join() === [...b.types].sort().join();

const rulesOf = (pack: Pick<GuidancePack, 'capabilities' | 'expectations'>) => [...asked(pack)];

/** Counts that one pack asks and the other does not, or asks otherwise: by the id of the rule. */
export function ruleChanges(
  from: Pick<GuidancePack, 'capabilities' | 'expectations'>,
  to: Pick<GuidancePack, 'capabilities' | 'expectations'>,
): readonly RuleChange[] {
  const [before, after] = [asked(from), asked(to)];
  const gone = rulesOf(from).flatMap(([id, { capability, rule }]): readonly RuleChange[] => {
    const now = after.get(id);
    if (now !== undefined && now.capability === capability && sameRule(rule, now.rule)) return [];
    return [{ capability, before: rule.title, after: now?.rule.title ?? null }];
  });
  const come = rulesOf(to).flatMap(([id, { capability, rule }]): readonly RuleChange[] =>
    before.has(id) ? [] : [{ capability, before: null, after: rule.title }],
  );
  return [...gone, ...come];
}
