import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';

/** One line of the sample: what it is, how many months ago, where it counts, and what makes it interesting. */
export type SampleLine = {
  readonly type: EvidenceTypeId;
  readonly monthsAgo: number;
  readonly title: string;
  readonly capabilities: readonly string[];
  readonly verified?: true;
  readonly hours?: number;
  readonly cases?: number;
  readonly monthsLong?: number;
  readonly file?: 'text' | 'table';
  /** Which of the type's kinds it is; absent: the first. */
  readonly kind?: string;
};

const line = (
  type: EvidenceTypeId,
  monthsAgo: number,
  title: string,
  capabilities: string,
  extra: Omit<SampleLine, 'type' | 'monthsAgo' | 'title' | 'capabilities'> = {},
): SampleLine => ({
  type,
  monthsAgo,
  title,
  capabilities: capabilities === '' ? [] : capabilities.split(' '),
  ...extra,
});

/** Four years of an invented physician: strong acute work, thin research and end of life, some too old, some unverified. */
export const sampleEvidence: readonly SampleLine[] = [
  line('post', 96, 'Registrar in general medicine, overseas', 'IM1 IM3', {
    monthsLong: 40,
    verified: true,
    file: 'text',
  }),
  line('post', 46, 'Clinical fellow in acute medicine', 'IM1 IM2 IM3', {
    monthsLong: 18,
    verified: true,
    file: 'text',
  }),
  line('post', 27, 'Senior clinical fellow in general medicine', 'IM1 IM3 IM4', {
    monthsLong: 27,
    verified: true,
    file: 'text',
  }),
  line('post', 27, 'Rota of the acute take, 27 weeks', 'IM1', { file: 'table' }),
  line('logbook', 40, 'Acute take logbook, first year', 'IM1 IM2', {
    cases: 214,
    monthsLong: 11,
    verified: true,
    file: 'table',
  }),
  line('logbook', 28, 'Acute take logbook, second year', 'IM1 IM2', {
    cases: 262,
    monthsLong: 11,
    verified: true,
    file: 'table',
  }),
  line('logbook', 15, 'Acute take logbook, third year', 'IM1', {
    cases: 243,
    monthsLong: 11,
    verified: true,
    file: 'table',
  }),
  line('logbook', 4, 'Acute take logbook, this year so far', 'IM1', {
    cases: 61,
    monthsLong: 3,
    file: 'table',
  }),
  line('logbook', 14, 'Ambulatory clinic log', 'IM4', {
    cases: 22,
    monthsLong: 8,
    verified: true,
    file: 'table',
  }),
  line('logbook', 88, 'Procedure log from an earlier post', 'IM7', {
    cases: 45,
    monthsLong: 12,
    file: 'table',
  }),
  line('acat', 41, 'Take of nine patients, winter evening', 'IM1 IM2', { cases: 9, verified: true }),
  line('acat', 38, 'Take of six patients with a junior team', 'IM1 G3', { cases: 6, verified: true }),
  line('acat', 30, 'Weekend take of eleven patients', 'IM1 IM6', { cases: 11, verified: true }),
  line('acat', 22, 'Night take of seven patients', 'IM1 IM7', { cases: 7 }),
  line('acat', 13, 'Take of eight patients, new streaming model', 'IM1 IM2', { cases: 8, verified: true }),
  line('acat', 6, 'Post-take round of twelve patients', 'IM1 IM3', { cases: 12, verified: true }),
  line('cbd', 44, 'Diabetic ketoacidosis with a delayed diagnosis', 'IM2', { verified: true }),
  line('cbd', 36, 'Unexplained hyponatraemia on the ward', 'IM3 IM5', { verified: true }),
  line('cbd', 33, 'Capacity and refusal of treatment', 'G2 IM3', { verified: true }),
  line('cbd', 24, 'Atrial fibrillation after surgery: advice to the surgeons', 'IM5', { verified: true }),
  line('cbd', 19, 'Delirium and cognitive impairment', 'IM3', { verified: true }),
  line('cbd', 11, 'Pulmonary embolism, outpatient pathway', 'IM4 IM2', { verified: true }),
  line('cbd', 7, 'Breathlessness of several causes', 'IM2 IM3', { verified: true }),
  line('cbd', 2, 'Medical opinion on a patient in maternity', 'IM5'),
  line('mini-cex', 43, 'Neurological examination on the assessment unit', 'IM2', { verified: true }),
  line('mini-cex', 35, 'Explaining an uncertain diagnosis to a family', 'G3', { verified: true }),
  line('mini-cex', 26, 'Ward round of complex inpatients', 'IM3 IM6', { verified: true }),
  line('mini-cex', 18, 'Clinic consultation, long-term condition', 'IM4', { verified: true }),
  line('mini-cex', 9, 'Discharge planning with therapy and social care', 'IM6', { verified: true }),
  line('mini-cex', 3, 'Consent for an urgent procedure', 'G2 G3'),
  line('dops', 39, 'Ascitic drain', 'IM2', { verified: true }),
  line('dops', 31, 'Lumbar puncture', 'IM2', { verified: true }),
  line('dops', 29, 'Direct current cardioversion', 'IM7', { verified: true }),
  line('dops', 17, 'Central venous access with ultrasound', 'IM7', { verified: true }),
  line('dops', 8, 'Pleural aspiration with ultrasound', 'IM2', { verified: true }),
  line('supervised-event', 20, 'Leading a cardiac arrest team, observed', 'IM7 G3', { verified: true }),
  line('supervised-event', 10, 'Handover at shift change, observed', 'G3 IM6', { verified: true }),
  line('esle', 12, 'Two hours on the emergency floor, observed', 'IM1 IM7', { verified: true }),
  line('msf', 37, 'Multi-source feedback, 12 raters', 'G3', { verified: true, file: 'text' }),
  line('msf', 14, 'Multi-source feedback, 15 raters', 'G3 G1', { verified: true, file: 'text' }),
  line('patient-feedback', 25, 'Patient survey, 21 replies', 'G3 IM4', { file: 'table' }),
  line('patient-feedback', 5, 'Patient survey, 17 replies', 'G3', { verified: true, file: 'table' }),
  line('audit', 42, 'Door-to-antibiotic time in sepsis, two cycles', 'G4', { verified: true, file: 'table' }),
  line('audit', 32, 'Venous thromboembolism assessment within 14 hours', 'G4', {
    verified: true,
    file: 'table',
  }),
  line('audit', 90, 'Anticoagulation audit in an earlier post', 'G4', { file: 'text' }),
  line('audit', 16, 'Handover documentation, one cycle', 'G4', { file: 'table' }),
  line('qi', 34, 'Fewer delays to ambulatory review: three PDSA cycles', 'G4 IM4', {
    verified: true,
    monthsLong: 5,
    file: 'table',
  }),
  line('qi', 12, 'Safer weekend plans: four PDSA cycles', 'G4 IM6', {
    verified: true,
    monthsLong: 6,
    file: 'table',
  }),
  line('qi', 3, 'Earlier discharge letters: first cycle', 'G4', { monthsLong: 2 }),
  line('governance', 29, 'Mortality and morbidity meeting: three cases presented', 'G1 G4', {
    verified: true,
    monthsLong: 6,
  }),
  line('governance', 18, 'Incident review panel member', 'G1 G4', { verified: true, monthsLong: 8 }),
  line('governance', 7, 'Departmental risk register review', 'G1', { hours: 6 }),
  line('management', 26, 'Rota lead for the medical registrars', 'G1', {
    verified: true,
    monthsLong: 14,
    hours: 90,
    file: 'text',
  }),
  line('management', 11, 'Same-day emergency care working group', 'G1 IM4', {
    verified: true,
    monthsLong: 9,
    hours: 30,
  }),
  line('management', 2, 'Winter plan: medical workforce lead', 'G1', { monthsLong: 2, hours: 16 }),
  line('development', 23, 'Local guideline: hyponatraemia', 'G4 IM5', { verified: true, file: 'text' }),
  line('development', 9, 'Pathway: low-risk chest pain', 'G4 IM2', { verified: true, file: 'text' }),
  line('teaching', 45, 'Bedside teaching for foundation doctors, weekly', 'G6', {
    verified: true,
    hours: 40,
    monthsLong: 8,
    file: 'table',
  }),
  line('teaching', 28, 'Simulation faculty: acutely ill patient', 'G6 IM7', {
    verified: true,
    hours: 24,
    monthsLong: 4,
  }),
  line('teaching', 19, 'PACES teaching course, organiser', 'G6', {
    verified: true,
    hours: 30,
    file: 'table',
  }),
  line('teaching', 8, 'Departmental teaching programme lead', 'G6', {
    verified: true,
    hours: 44,
    monthsLong: 8,
    file: 'table',
  }),
  line('teaching', 1, 'Teaching on discharge letters', 'G6', { hours: 2 }),
  line('supervision', 21, 'Named supervisor of two foundation doctors', 'G6', {
    verified: true,
    monthsLong: 12,
  }),
  line('supervision', 6, 'Supervision of an international clinical fellow', 'G6 G3', { monthsLong: 6 }),
  line('research', 84, 'Case series, second author', 'G5', { kind: 'case-report', file: 'text' }),
  line('research', 31, 'Good clinical practice training', 'G5', { kind: 'gcp', verified: true, hours: 6 }),
  line('research', 13, 'Journal club: eight sessions led', 'G5', { kind: 'appraisal', hours: 12 }),
  line('cpd', 44, 'Advanced life support, provider', 'IM7', { verified: true, hours: 16, file: 'text' }),
  line('cpd', 33, 'Acute medicine update, two days', 'IM1 IM2', { hours: 12, file: 'text' }),
  line('cpd', 27, 'Ultrasound in acute care', 'IM2 IM7', { hours: 12, file: 'text' }),
  line('cpd', 21, 'Clinical supervisor course', 'G6', { verified: true, hours: 7, file: 'text' }),
  line('cpd', 15, 'Medical ethics and law', 'G2', { hours: 6, file: 'text' }),
  line('cpd', 10, 'Leadership course for senior fellows', 'G1', { verified: true, hours: 14, file: 'text' }),
  line('cpd', 4, 'General medicine annual conference', '', { hours: 18, file: 'text' }),
  line('cpd', 94, 'Palliative care course in an earlier post', 'IM8', { hours: 6 }),
  line('reflection', 40, 'A deteriorating patient I escalated late', 'IM7 G4', {}),
  line('reflection', 24, 'A conversation that went badly, and what I changed', 'G3 IM8', {}),
  line('reflection', 17, 'Working with an interpreter', 'G2 G3', {}),
  line('reflection', 9, 'Disagreement about ceilings of care', 'IM8 G2', {}),
  line('reflection', 1, 'Leading my first unselected take', 'IM1 G1', {}),
  line('appraisal', 36, 'Annual appraisal, first year', 'G1', { verified: true, file: 'text' }),
  line('appraisal', 24, 'Annual appraisal, second year', 'G1', { verified: true, file: 'text' }),
  line('appraisal', 12, 'Annual appraisal, third year', 'G1', { verified: true, file: 'text' }),
  line('reference', 14, 'Letter from a clinical director', 'G1 IM1', { verified: true, file: 'text' }),
  line('reference', 3, 'Thank-you letter from a ward team', '', { file: 'text' }),
  line('case-history', 7, 'A difficult decision about thrombolysis', 'IM1', { file: 'text' }),
  line('qualification', 100, 'Primary medical qualification', '', { verified: true, file: 'text' }),
  line('correspondence', 5, 'Thanks from the night team', '', { file: 'text' }),
];
