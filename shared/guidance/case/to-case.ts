import type { Capability, GuidancePack } from '#shared/domain/guidance-pack.ts';
import { guidsOf, type HashText } from './case-guids.ts';

const uriOf = (identifier: string) => `urn:uuid:${identifier}`;

/** The day a pack was last looked over: it has no date of its own. */
const lastRead = ({ sources }: GuidancePack) =>
  `${sources
    .map(({ readOn }) => readOn)
    .sort()
    .at(-1)}T00:00:00Z`;

const itemTypes = [
  ['Capability', 'A high-level outcome of the curriculum', '1'],
  ['Theme', 'A part of a capability', '2'],
] as const;

/**
 * A pack as a CASE 1.1 package (CFDocument, CFItems, isChildOf from the child). What CASE has no place for stands in an
 * extension named `waymark`, so that reading it back gives the same pack. Equal packs give equal packages.
 */
export function toCase(pack: GuidancePack, hash: HashText) {
  const guid = guidsOf(pack, hash);
  const lastChangeDateTime = lastRead(pack);
  const link = (title: string, of: string) => {
    const identifier = guid(of);
    return { title, identifier, uri: uriOf(identifier) };
  };
  const { capabilities, title, version, notice, ...rest } = pack;
  const source = pack.sources.find(({ id }) => id === pack.source);
  const item = (
    type: 'Capability' | 'Theme',
    of: string,
    code: string,
    statement: string,
    waymark: object,
  ) => ({
    ...{ identifier: guid(of), uri: uriOf(guid(of)) },
    fullStatement: statement,
    humanCodingScheme: code,
    CFItemType: type,
    CFItemTypeURI: link(type, `type:${type}`),
    lastChangeDateTime,
    extensions: { waymark },
  });
  const itemsOf = ({ code, title: statement, themes, ...facts }: Capability) => [
    item('Capability', `capability:${code}`, code, statement, facts),
    ...themes.map(({ code: part, title: words, ...provenance }) =>
      item('Theme', `theme:${part}`, part, words, provenance),
    ),
  ];
  const child = (of: string, name: string, parent: string, parentName: string, sequenceNumber: number) => ({
    identifier: guid(`child:${of}`),
    uri: uriOf(guid(`child:${of}`)),
    associationType: 'isChildOf',
    sequenceNumber,
    originNodeURI: link(name, of),
    destinationNodeURI: link(parentName, parent),
    lastChangeDateTime,
  });
  return {
    CFDocument: {
      identifier: guid('document'),
      uri: uriOf(guid('document')),
      frameworkType: 'Guidance pack',
      caseVersion: '1.1',
      creator: source?.publisher ?? 'Waymark',
      title,
      description: notice,
      version,
      language: 'en-GB',
      adoptionStatus: 'Draft',
      lastChangeDateTime,
      extensions: { waymark: rest },
    },
    CFItems: capabilities.flatMap(itemsOf),
    CFAssociations: capabilities.flatMap(({ code, title: name, themes }, at) => [
      child(`capability:${code}`, name, 'document', title, at + 1),
      ...themes.map((theme, index) =>
        child(`theme:${theme.code}`, theme.title, `capability:${code}`, name, index + 1),
      ),
    ]),
    CFDefinitions: {
      CFItemTypes: itemTypes.map(([name, description, hierarchyCode]) => ({
        ...link(name, `type:${name}`),
        description,
        hierarchyCode,
        lastChangeDateTime,
      })),
    },
  };
}
