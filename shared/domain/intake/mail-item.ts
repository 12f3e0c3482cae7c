import { z } from 'zod';
import { type Attachment, evidenceInputSchema } from '../evidence.ts';
import { bareItem, type Candidate, type RowProblem, short } from './candidate.ts';
import type { Mail } from './mail.ts';

/** What an e-mail can be brought in as. */
export const mailTypes = ['correspondence', 'patient-feedback', 'msf'] as const;
export const mailTypeSchema = z.enum(mailTypes);
export type MailType = z.infer<typeof mailTypeSchema>;

const longestTitle = 200;
const longestText = 5000;

/**
 * An e-mail as evidence: who, when, and its words; the message itself and what was attached to it are its files.
 * @param row its place among the messages, from 1.
 */
export function mailItem(
  row: number,
  mail: Omit<Mail, 'attachments'>,
  type: MailType,
  files: readonly string[],
  attachments: readonly Attachment[],
): Candidate {
  const { subject, from, sentOn, text } = mail;
  const problems: RowProblem[] = [];
  const title = (subject || (from === '' ? '' : `E-mail from ${from}`)).slice(0, longestTitle);
  const shown = { row, title: short(title), files };
  if (title === '') problems.push({ code: 'no-title', column: '', says: '' });
  if (sentOn === null) problems.push({ code: 'no-date', column: '', says: '' });
  if (title === '' || sentOn === null) return { ...shown, item: null, problems };
  const words = text.slice(0, longestText);
  if (words.length < text.length) problems.push({ code: 'text-cut', column: '', says: '' });
  const details = type === 'correspondence' ? { from: from.slice(0, 400), about: words } : { summary: words };
  const parsed = evidenceInputSchema.safeParse(
    bareItem({ type, title, startedOn: sentOn, details, attachments }),
  );
  return parsed.success
    ? { ...shown, item: parsed.data, problems }
    : { ...shown, item: null, problems: [{ code: 'not-valid', column: '', says: '' }] };
}
