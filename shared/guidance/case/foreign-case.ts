import { z } from 'zod';
import { failure } from '#shared/domain/failure.ts';
import type { Capability, GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Became, GuidanceReading } from '#shared/domain/guidance-reading.ts';
import { plainLine } from '#shared/domain/text.ts';
import { checkPack } from '../check-pack.ts';
import { createCodes } from './case-codes.ts';
import type { CaseItem, CasePackage } from './case-schema.ts';
import { type CaseNode, type CaseTree, descendantsOf } from './case-tree.ts';

const mostCapabilities = 60;
const mostThemes = 60;
const longestTitle = 400;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const line = (text: string, longest: number) => plainLine(text).replace(/\s+/g, ' ').trim().slice(0, longest);

/** An item's words as a title; long ones by their short form, or cut. */
function titleOf({ fullStatement, abbreviatedStatement, identifier }: CaseItem) {
  const full = line(fullStatement, longestTitle + 1);
  if (full === '') return { title: line(abbreviatedStatement ?? '', longestTitle) || identifier, cut: false };
  if (full.length <= longestTitle) return { title: full, cut: false };
  const short = line(abbreviatedStatement ?? '', longestTitle);
  return { title: short === '' ? `${full.slice(0, longestTitle - 1)}…` : short, cut: true };
}

const told = (kind: Became['kind'], item: CaseItem, code: string | null, cut = false): Became => ({
  kind,
  type: line(item.CFItemType ?? '', 80),
  from: line(`${item.humanCodingScheme ?? ''} ${item.fullStatement}`, longestTitle),
  code,
  cut,
  count: 1,
});

/** The nodes so many levels down; what ends before stays, and the headings passed are told. */
function atLevel(roots: readonly CaseNode[], level: number) {
  let nodes = roots;
  const headings: CaseItem[] = [];
  for (let at = 1; at < level; at += 1) {
    headings.push(...nodes.filter(({ children }) => children.length > 0).map(({ item }) => item));
    nodes = nodes.flatMap((node) => (node.children.length === 0 ? [node] : node.children));
  }
  return { nodes, headings };
}

/** One item over all others is the framework's own name: what stands under it is meant. */
function usualLevel(roots: readonly CaseNode[]): number {
  let level = 1;
  for (
    let [only, ...others] = roots;
    others.length === 0 && only !== undefined;
    [only, ...others] = only.children
  ) {
    if (only.children.length === 0) break;
    level += 1;
  }
  return level;
}

const commonest = (names: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
};

const addressSchema = z.url({ protocol: /^https?$/ }).max(500);
const urlOf = (text: string | null | undefined): string | null => addressSchema.safeParse(text).data ?? null;

/** `2.0` and `v3` as three numbers. */
function versionOf(text: string | null | undefined): string {
  const numbers = (/\d+(?:\.\d+){0,2}/.exec(text ?? '')?.[0] ?? '1')
    .split('.')
    .map((part) => Number(part.slice(0, 9)));
  return [0, 1, 2].map((at) => numbers[at] ?? 0).join('.');
}

const slug = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

const ours = 'own-working-aims';
const theirs = 'case-document';

export type ForeignChoice = {
  /** The day it is read, `YYYY-MM-DD`. */
  readonly today: string;
  /** How many levels down the capabilities stand; null: the usual. */
  readonly level: number | null;
};

/**
 * Another system's framework as a pack: items of one level become capabilities, all below them their themes. It asks for
 * no counts, and its window is a working aim. Fails with GUIDANCE_REFUSED.
 */
export function foreignPack(
  { CFDocument }: CasePackage,
  tree: CaseTree,
  choice: ForeignChoice,
): GuidanceReading {
  const { nodes, headings } = atLevel(tree.roots, choice.level ?? usualLevel(tree.roots));
  if (nodes.length > mostCapabilities)
    throw failure('GUIDANCE_REFUSED', { why: 'too-many', at: String(nodes.length) });
  const [capabilityCode, themeCode] = [createCodes('C'), createCodes('T')];
  const provenance = { certainty: 'likely', source: theirs } as const;
  const became: Became[] = headings.map((item) => told('heading', item, null));
  const identifiers = [{ of: 'document', identifier: CFDocument.identifier }];
  const capabilities = nodes.map((node): Capability => {
    const { title, cut } = titleOf(node.item);
    const code = capabilityCode(node.item.humanCodingScheme ?? '');
    became.push(told('capability', node.item, code, cut));
    identifiers.push({ of: `capability:${code}`, identifier: node.item.identifier });
    const themes = descendantsOf(node).flatMap(({ item }, at) => {
      if (at >= mostThemes) {
        became.push(told('left-out', item, null));
        return [];
      }
      const part = titleOf(item);
      const own = themeCode(item.humanCodingScheme ?? '');
      became.push(told('theme', item, own, part.cut));
      identifiers.push({ of: `theme:${own}`, identifier: item.identifier });
      return [{ code: own, title: part.title, ...provenance }];
    });
    const kind = /generic/i.test(node.item.CFItemType ?? '') ? 'generic' : 'clinical';
    return { code, title, kind, themes, gpc: [], gmp: [], expectations: [], ...provenance };
  });
  became.push(...tree.elsewhere.map((item) => told('elsewhere', item, null)));
  if (tree.otherLinks > 0)
    became.push({ kind: 'other-links', type: '', from: '', code: null, cut: false, count: tree.otherLinks });
  const title = line(CFDocument.title, longestTitle) || 'Untitled framework';
  const publisher =
    line(CFDocument.publisher ?? '', 200) || line(CFDocument.creator ?? '', 200) || 'Not named';
  const pack: GuidancePack = {
    format: 'waymark-guidance-1',
    id: slug(title) || `case-${slug(CFDocument.identifier) || 'framework'}`,
    title,
    specialty: title,
    curriculum: title,
    version: versionOf(CFDocument.version),
    certainty: 'working',
    notice: `Read from a CASE package by ${publisher}. It asks for no counts of evidence, and its window is a working aim: add both from the Specialty Specific Guidance.`,
    capabilityName: line(commonest(nodes.map(({ item }) => item.CFItemType ?? '')), 40) || 'capability',
    source: theirs,
    window: { years: 5, wholeTimeEquivalent: false, certainty: 'working', source: ours },
    capabilities,
    expectations: [],
    reminders: [],
    identifiers: identifiers
      .filter(({ of, identifier }) => guid.test(identifier) && of.length <= 40)
      .slice(0, 4000),
    sources: [
      {
        id: theirs,
        title,
        publisher,
        url: urlOf(CFDocument.officialSourceURL) ?? urlOf(CFDocument.uri),
        date: line(CFDocument.lastChangeDateTime ?? '', 40) || null,
        readOn: choice.today,
      },
      {
        id: ours,
        title: 'Working aims of our own',
        publisher: 'Own',
        url: null,
        date: null,
        readOn: choice.today,
      },
    ],
  };
  const checked = checkPack(pack);
  if (checked.ok) return { pack: checked.pack, became };
  const [fault] = checked.faults;
  throw failure('GUIDANCE_REFUSED', { why: 'not-a-pack', at: `${fault?.path ?? ''}: ${fault?.code ?? ''}` });
}
