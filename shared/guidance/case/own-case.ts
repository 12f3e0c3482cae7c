import { failure } from '#shared/domain/failure.ts';
import type { Became, GuidanceReading } from '#shared/domain/guidance-reading.ts';
import { checkPack } from '../check-pack.ts';
import type { CaseItem, CasePackage } from './case-schema.ts';
import type { CaseNode, CaseTree } from './case-tree.ts';

type Facts = Readonly<Record<string, unknown>>;
const isFacts = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What Waymark wrote beside the CASE fields; undefined in anybody else's package. */
export function ownFacts(extensions: unknown): Facts | undefined {
  const facts = isFacts(extensions) && Object.hasOwn(extensions, 'waymark') ? extensions.waymark : undefined;
  return isFacts(facts) ? facts : undefined;
}

const became = (kind: Became['kind'], item: CaseItem): Became => ({
  kind,
  type: item.CFItemType ?? '',
  from: `${item.humanCodingScheme ?? ''} ${item.fullStatement}`.trim().slice(0, 400),
  code: item.humanCodingScheme ?? null,
  cut: false,
  count: 1,
});

/**
 * Reads back what Waymark wrote. The words, codes and order are CASE's, so that an edit made elsewhere counts; an item
 * somebody added there gets the provenance of the pack. Fails with GUIDANCE_REFUSED.
 */
export function ownPack(
  { CFDocument }: CasePackage,
  facts: Facts,
  description: unknown,
  tree: CaseTree,
): GuidanceReading {
  const said = (certainty: string) => ({ certainty, source: facts.source });
  const theme = ({ item }: CaseNode) => ({
    ...(ownFacts(item.extensions) ?? said('working')),
    code: item.humanCodingScheme,
    title: item.fullStatement,
  });
  const capability = ({ item, children }: CaseNode) => ({
    ...(ownFacts(item.extensions) ?? {
      ...said('working'),
      kind: 'clinical',
      gpc: [],
      gmp: [],
      expectations: [],
    }),
    code: item.humanCodingScheme,
    title: item.fullStatement,
    themes: children.map(theme),
  });
  const checked = checkPack({
    ...facts,
    title: CFDocument.title,
    version: CFDocument.version,
    notice: description,
    capabilities: tree.roots.map(capability),
  });
  if (!checked.ok) {
    const [fault] = checked.faults;
    throw failure('GUIDANCE_REFUSED', {
      why: 'not-a-pack',
      at: `${fault?.path ?? ''}: ${fault?.code ?? ''}`,
    });
  }
  return {
    pack: checked.pack,
    became: tree.roots.flatMap((root) => [
      became('capability', root.item),
      ...root.children.map(({ item }) => became('theme', item)),
    ]),
  };
}
