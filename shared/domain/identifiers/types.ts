import { z } from 'zod';

/** Everything the check looks for, the surest first: where two of them lie over each other the earlier one is named. */
export const identifierRules = [
  'nhs-number',
  'chi-number',
  'email',
  'link',
  'gmc-number',
  'phone',
  'hospital-number',
  'letter-reference',
  'date-of-birth',
  'postcode',
  'street-address',
  'name',
  'colleague',
  'age-with-date',
] as const;
export const identifierRuleSchema = z.enum(identifierRules);
export type IdentifierRule = z.infer<typeof identifierRuleSchema>;

/** How likely it is that this must go: `low` is often allowed and is shown so that somebody decides. */
export const confidences = ['high', 'medium', 'low'] as const;
export const confidenceSchema = z.enum(confidences);
export type Confidence = z.infer<typeof confidenceSchema>;

/** What one rule found: offsets into the text it was given (`end` is behind the last character). */
export type Found = {
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
  /** For the reader, a sentence. */
  readonly why: string;
};
export type Hit = Found & { readonly rule: IdentifierRule; readonly text: string };

/** What need not go, and what this Trust has of its own. */
export type IdentifierOptions = {
  /** GMC pages up to now let dates of birth stay; a Trust may not. */
  readonly datesOfBirth: 'warn' | 'all' | 'ignore';
  /** Doctors in serious incidents and complaints are not named either. */
  readonly colleagues: 'may-stay' | 'must-go';
  /** The applicant, and whoever else may be named. */
  readonly names: readonly string[];
  /** The applicant's, and assessors'. */
  readonly gmcNumbers: readonly string[];
  /** Of the employer and of the places where the doctor worked; any spelling. */
  readonly postcodes: readonly string[];
  /** Of hospitals and practices, as the owner lists them. */
  readonly hospitalPostcodes: readonly string[];
  /** This Trust's hospital numbers: `#` any digit, `@` any letter (`hospital-patterns.ts`). */
  readonly hospitalPatterns: readonly string[];
};

export const plainOptions: IdentifierOptions = {
  datesOfBirth: 'warn',
  colleagues: 'may-stay',
  names: [],
  gmcNumbers: [],
  postcodes: [],
  hospitalPostcodes: [],
  hospitalPatterns: [],
};

/** A rule: the text, prepared by `flatten`, in; what it found out, in any order. */
export type Rule = (text: string, options: IdentifierOptions) => readonly Found[];
