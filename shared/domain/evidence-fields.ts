import type { Details, EvidenceInput } from './evidence.ts';
import { answerFaults } from './evidence-answers.ts';
import { assessmentTypes } from './evidence-fields-assessments.ts';
import { leadershipTypes } from './evidence-fields-leadership.ts';
import { learningTypes } from './evidence-fields-learning.ts';
import { qualityTypes } from './evidence-fields-quality.ts';
import { recordTypes } from './evidence-fields-records.ts';
import type { EvidenceGroup, EvidenceType } from './evidence-fields-types.ts';
import { type EvidenceTypeId, evidenceTypeIds } from './evidence-types.ts';
import type { Issue } from './failure-codes.ts';

/** Groups of evidence types in the order a chooser shows them: what doctors most often lack comes first. */
export const evidenceGroups: readonly EvidenceGroup[] = [
  { id: 'leadership', title: 'Leadership and governance' },
  { id: 'education', title: 'Teaching and supervision' },
  { id: 'quality', title: 'Quality improvement' },
  { id: 'research', title: 'Research' },
  { id: 'learning', title: 'Learning and appraisal' },
  { id: 'feedback', title: 'Feedback' },
  { id: 'assessments', title: 'Assessments of your work' },
  { id: 'records', title: 'Records of your work' },
];

const described = new Map(
  [...leadershipTypes, ...qualityTypes, ...learningTypes, ...assessmentTypes, ...recordTypes].map((type) => [
    type.id,
    type,
  ]),
);

/** The type of evidence with this id: its words, its fields, and which common fields it uses. */
export function evidenceTypeById(id: EvidenceTypeId): EvidenceType {
  const type = described.get(id);
  if (type === undefined) throw new Error(`evidence type without fields: ${id}`);
  return type;
}

/** Every type of evidence, in the vocabulary's order. */
export const evidenceTypes: readonly EvidenceType[] = evidenceTypeIds.map(evidenceTypeById);

/**
 * Holds the details of an item against the fields of its type. An empty text is no answer.
 * @returns faults in the order of the fields, unknown fields last; the path is `['details', fieldId]`, of a cell in a row
 * `['details', fieldId, row from 0, columnId]`, and the code one of `required`, `wrong-kind`, `too-long`, `negative`, `not-whole`, `not-a-date`, `not-an-option`, `unknown-field`.
 */
export function checkDetails(type: EvidenceTypeId, details: Details): readonly Issue[] {
  const { fields } = evidenceTypeById(type);
  const issues: Issue[] = [];
  for (const field of fields) {
    const answer = Object.hasOwn(details, field.id) ? details[field.id] : undefined;
    const path = ['details', field.id];
    if (answer !== undefined && answer !== '') issues.push(...answerFaults(field, answer, path));
    else if (field.required === true) issues.push({ path, code: 'required' });
  }
  const known = new Set(fields.map((field) => field.id));
  for (const id of Object.keys(details)) {
    if (!known.has(id)) issues.push({ path: ['details', id], code: 'unknown-field' });
  }
  return issues;
}

/** The same for an item as it stands: of a draft nothing is required yet, but what it says must make sense. */
export function checkItemDetails(item: Pick<EvidenceInput, 'type' | 'details' | 'draft'>): readonly Issue[] {
  const issues = checkDetails(item.type, item.details);
  return item.draft === true ? issues.filter(({ code }) => code !== 'required') : issues;
}
