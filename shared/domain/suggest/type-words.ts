import { fold } from '../evidence-list/fold.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';

/** What doctors call each kind of evidence. Longer and rarer names first: `teaching audit` is an audit. */
const names: readonly (readonly [EvidenceTypeId, readonly string[]])[] = [
  ['dops', ['dops', 'direct observation of procedural skills', 'directly observed procedure']],
  ['mini-cex', ['mini cex', 'minicex', 'cex', 'clinical evaluation exercise']],
  ['cbd', ['cbd', 'case based discussion', 'case-based discussion']],
  ['acat', ['acat', 'acute care assessment tool']],
  ['esle', ['esle', 'extended supervised learning event']],
  ['msf', ['msf', '360', '360 feedback', 'multi source feedback', 'multisource feedback', 'tab', 'mini pat']],
  [
    'patient-feedback',
    [
      'patient feedback',
      'patient survey',
      'patient satisfaction',
      'patient questionnaire',
      'psq',
      'compliment',
    ],
  ],
  [
    'supervised-event',
    [
      'sle',
      'wpba',
      'supervised learning event',
      'workplace based assessment',
      'mcr',
      'multiple consultant report',
    ],
  ],
  [
    'logbook',
    ['logbook', 'log book', 'caseload', 'case log', 'procedure log', 'procedures log', 'case list'],
  ],
  ['appraisal', ['appraisal', 'arcp', 'revalidation', 'pdp', 'personal development plan']],
  ['audit', ['audit', 're audit', 'reaudit', 'clinical audit']],
  [
    'qi',
    ['qi', 'qip', 'qi project', 'quality improvement', 'pdsa', 'service improvement', 'improvement project'],
  ],
  [
    'governance',
    [
      'governance',
      'm&m',
      'm and m',
      'morbidity and mortality',
      'mortality review',
      'incident',
      'datix',
      'root cause',
      'rca',
      'psirf',
      'serious incident',
      'risk register',
      'complaint',
      'guideline',
      'protocol',
      'duty of candour',
    ],
  ],
  [
    'research',
    [
      'research',
      'publication',
      'published',
      'paper',
      'abstract',
      'poster',
      'manuscript',
      'journal article',
      'article',
      'gcp',
      'good clinical practice',
      'case report',
      'systematic review',
      'thesis',
    ],
  ],
  [
    'supervision',
    [
      'supervision',
      'educational supervisor',
      'clinical supervisor',
      'supervisor training',
      'mentoring',
      'mentor',
    ],
  ],
  ['development', ['service development', 'new service', 'business case', 'pathway redesign']],
  [
    'management',
    [
      'management',
      'leadership',
      'rota coordinator',
      'rota co ordinator',
      'clinical lead',
      'lead role',
      'committee',
      'chair',
      'recruitment',
      'interview panel',
      'minutes',
    ],
  ],
  [
    'teaching',
    [
      'teaching',
      'taught',
      'lecture',
      'tutorial',
      'simulation faculty',
      'faculty',
      'instructor',
      'presentation',
      'teach',
    ],
  ],
  ['case-history', ['case history', 'case histories', 'case summary', 'anonymised case']],
  ['reflection', ['reflection', 'reflective', 'reflection on practice', 'learning log']],
  [
    'qualification',
    [
      'mrcp',
      'frcp',
      'mbbs',
      'mb chb',
      'mbchb',
      'mrcem',
      'frcem',
      'mrcpsych',
      'mrcpch',
      'ffficm',
      'fficm',
      'frca',
      'plab',
      'degree',
      'diploma',
      'qualification',
      'membership',
      'exam result',
      'exam',
      'sce',
      'fellowship',
      'msc',
      'phd',
    ],
  ],
  [
    'cpd',
    [
      'cpd',
      'course',
      'conference',
      'certificate',
      'e learning',
      'elearning',
      'als',
      'ils',
      'atls',
      'apls',
      'epls',
      'nls',
      'life support',
      'webinar',
      'workshop',
      'study day',
      'training day',
      'mandatory training',
      'e lfh',
      'symposium',
    ],
  ],
  [
    'post',
    [
      'job plan',
      'rota',
      'contract',
      'job description',
      'employment',
      'post',
      'payslip',
      'appointment letter',
      'job',
    ],
  ],
  [
    'reference',
    [
      'reference',
      'testimonial',
      'structured report',
      'letter of support',
      'supervisor report',
      'clinic letter',
      'discharge letter',
      'referral letter',
    ],
  ],
  ['correspondence', ['e mail', 'email', 'correspondence', 'letter', 'thank you', 'thanks', 'invitation']],
];

/** Lower-case words with single spaces, at both ends too: so that a name is found as whole words only. */
export const spaced = (text: string): string =>
  ` ${fold(text.replace(/([a-z]{2})([A-Z])/g, '$1 $2'))
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()} `;

/** A form of plural is no other word. */
const forms = (name: string) => [` ${name} `, ` ${name}s `, ` ${name}es `];

const index = names.flatMap(([type, spellings]) =>
  spellings.map((spelling) => ({ type, spelling, found: forms(spaced(spelling).trim()) })),
);
/** Names of many words first: `case based discussion` before `case`. */
const byLength = index.toSorted((a, b) => b.spelling.split(' ').length - a.spelling.split(' ').length);

export type TypeFound = { readonly type: EvidenceTypeId; readonly says: string };

/** The kind of evidence a text names, and the word it does so with; null when it names none. */
export function typeNamed(text: string): TypeFound | null {
  const words = spaced(text);
  for (const several of [true, false]) {
    const pool = several ? byLength.filter(({ spelling }) => spelling.includes(' ')) : index;
    const hit = pool.find(({ found }) => found.some((form) => words.includes(form)));
    if (hit !== undefined) return { type: hit.type, says: hit.spelling };
  }
  return null;
}
