import { type EvidenceTypeId, evidenceTypeIds } from '../../evidence-types.ts';
import { type TypesOf, typeTitle } from '../../pack-types.ts';
import { tokensOf } from '../tokens.ts';

/** What people call a type for short, besides its id and the words of its title. */
const shortNames: Readonly<Partial<Record<EvidenceTypeId, readonly string[]>>> = {
  qi: ['qip', 'pdsa', 'quality-improvement'],
  msf: ['360', 'tab', 'colleague-feedback'],
  'patient-feedback': ['psq'],
  cpd: ['course', 'courses'],
  'mini-cex': ['minicex', 'cex'],
  'supervised-event': ['sle', 'wba', 'wpba'],
  supervision: ['supervising'],
  post: ['job', 'rota', 'posts', 'jobs'],
  correspondence: ['email', 'e-mail', 'mail'],
  qualification: ['exam', 'degree'],
  research: ['paper', 'publication'],
  development: ['guideline'],
  reference: ['testimonial'],
  logbook: ['caseload'],
};

const same = (word: string) => tokensOf(word).join('-');

/**
 * Types somebody may mean by a word: its id or short name, else those whose titles, here or in every guidance, have
 * words that begin with all of its words.
 */
export function typesNamed(word: string, pack: TypesOf = {}): readonly EvidenceTypeId[] {
  const asked = same(word);
  if (asked === '') return [];
  const exact = evidenceTypeIds.filter((id) => id === asked || (shortNames[id] ?? []).includes(asked));
  if (exact.length > 0) return exact;
  const words = asked.split('-');
  return evidenceTypeIds.filter((id) => {
    const named = [typeTitle(pack, id), typeTitle({}, id), id].flatMap(tokensOf);
    return words.every((one) => named.some((token) => token.startsWith(one)));
  });
}
