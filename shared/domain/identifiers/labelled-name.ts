import { before, eachMatch, groupPlace } from './context.ts';
import { ownNames } from './own-names.ts';
import { isGivenName, isStopWord, readName } from './read-name.ts';
import type { Found, IdentifierOptions, Rule } from './types.ts';

const gap = '[ \\t]{0,4}\\n?[ \\t]{0,4}';
/** Words that only ever stand before a person's name; the colon may be missing. */
const sure = new RegExp(
  `(?<!\\p{L})(?:(?:patient|pt|client|service user|baby|child|carer|relative|trainee|student)(?:'s)?[ \\t]{1,2}(?:full[ \\t])?name|name of (?:the )?(?:patient|child|carer|relative|trainee)|su ?rname|fore ?names?(?:\\(s\\))?|service user|known as|nearest relative|next friend|guardian|maiden name|alias|family name|last name|first names?|given names?|full name|next of kin|N\\.?O\\.?K)\\b(?:\\(s\\))?[ \\t]{0,2}[:=.-]?${gap}["“]?(?=\\p{Lu})`,
  'giu',
);
/** Words that stand before many things: only with a colon. */
const loose = new RegExp(
  `(?<!\\p{L})(?:patient|pt|client|trainee|student|assessee|complainant|on behalf of|person affected|carer|child|baby|parents?|mother|mum|father|dad|daughter|son|husband|wife|partner|name|emergency contact)[ \\t]{0,2}:${gap}(?=\\p{Lu})`,
  'giu',
);
const regarding =
  /(?:(?:^|\n)[ \t]{0,12}(?:Re|RE|Regarding|Concerning)|[ ]re)\b[ \t]{0,2}[:.-]?[ \t]{1,4}(?=\p{Lu})/gu;
/** The same without a pronoun, as notes have it: only with a usual first name, or where nothing but a name can follow. */
const kinAlone =
  /\b(?:[Ss]on|[Dd]aughter|[Ww]ife|[Hh]usband|[Nn]iece|[Nn]ephew|[Mm]um|[Dd]ad|[Gg]randson|[Gg]randdaughter|[Pp]artner|[Mm]other|[Ff]ather|[Bb]rother|sister|[Aa]unt|[Uu]ncle|[Bb]aby|[Cc]arer|[Nn]eighbour|[Ff]riend),?[ ]\n?(?:is |was |called |named )?(?=\p{Lu})/gu;
/** A heading of a form at a line's beginning, set apart by a wide gap instead of a colon. */
const headed = /(?:^|\n)[ \t]{0,8}(?:NAME|Name|PATIENT|Patient)(?:[ ]{3,40}|\t{1,4})(?=\p{Lu})/gu;
/** As a scan breaks it up. */
const broken = new RegExp(
  `${[...'patientname'].join('[ ]{0,3}')}[ ]{0,3}:[ ]{0,4}(\\p{Lu}[\\p{L} '-]{2,40})(?=\\n|$)`,
  'dgiu',
);
const greeting = /\bDear[ \t]{1,2}(?=\p{Lu})/gu;
const kin =
  /\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir)[ ](?:late[ ])?(?:mum|mother|dad|father|husband|wife|partner|son|daughter|brother|sister|nan|gran|grandmother|grandfather),?[ \n](?=\p{Lu})/gu;
/** "My name is", "the late": nothing but a person follows. */
const spoken = /\b(?:[Nn]ame (?:is|was)|[Tt]he late)[ ](?=\p{Lu})/gu;
/** A label without its colon, as on charts: only with what else stands on a patient's label behind the name. */
const chart = /(?<!\p{L})(?:Pt|PT|Patient|PATIENT)[ \t]{1,3}(?=\p{Lu})/gu;
const behindPatient = /^[ \t,;]{1,4}(?:DOB|D\.O\.B|NHS|CHI|MRN|Hosp(?:ital)?\.? ?n[ou0]|born|aged|[0-9])/i;
const andAnother = /^ (?:and|&) (?=\p{Lu})/u;
const from = /\b(?:[Ll]ove|[Ww]ishes|[Rr]egards|[Tt]hanks)[ ]from[ \t]{1,2}(?:all of us,?[ ])?(?=\p{Lu})/gu;
const title = /^(?:Dr|Prof(?:essor)?|Mr|Mrs|Ms|Miss|Master|Sister|Nurse)\b/i;
/** "Course name:", "file name:": of a thing. */
const ofThing = /[\p{L}][ \t]{1,2}$/u;

type Reading = { readonly most: number; readonly comma: boolean };

/** Names behind the words that announce one: labels of forms, Re:, Dear, "his wife". */
export const labelledNames: Rule = (text, options: IdentifierOptions) => {
  const isOwn = ownNames(options.names);
  const read = (
    match: RegExpExecArray,
    how: Reading,
    judge: (words: readonly string[]) => Pick<Found, 'confidence' | 'why'> | undefined,
  ): Found | undefined => {
    const start = match.index + match[0].length;
    // A title has a rule of its own.
    if (title.test(text.slice(start, start + 10))) return undefined;
    const name = readName(text, start, how.most, how.comma);
    if (name === undefined || isOwn(name.words)) return undefined;
    const judged = judge(name.words);
    if (judged === undefined) return undefined;
    // Two people at once: "Dear Ann and Peter", "Parents: Ann and Peter Crane".
    const joint = andAnother.exec(text.slice(name.end, name.end + 6))?.[0] ?? '';
    const other = joint === '' ? undefined : readName(text, name.end + joint.length, how.most);
    return { start, end: other?.end ?? name.end, ...judged };
  };
  return [
    ...eachMatch(text, sure, (match) =>
      read(match, { most: 4, comma: true }, () => ({
        confidence: 'high',
        why: 'A name, by the label before it.',
      })),
    ),
    ...eachMatch(text, loose, (match) => {
      const isName = /^name/i.test(match[0]);
      if (isName && ofThing.test(before(text, match.index, 4))) return undefined;
      return read(match, { most: 4, comma: true }, (words) => ({
        confidence: words.some(isGivenName) ? 'high' : 'medium',
        why: 'What may be a name, by the label before it.',
      }));
    }),
    ...eachMatch(text, regarding, (match) =>
      read(match, { most: 3, comma: true }, (words) => {
        const known = words.some(isGivenName);
        if (!known && words.length < 2) return undefined;
        return { confidence: known ? 'high' : 'low', why: 'What may be a name, after “Re:”.' };
      }),
    ),
    ...eachMatch(text, chart, (match) => {
      const found = read(match, { most: 4, comma: true }, () => ({
        confidence: 'high',
        why: 'A name after “Patient”, with a date or number behind it.',
      }));
      return found !== undefined && behindPatient.test(text.slice(found.end, found.end + 24))
        ? found
        : undefined;
    }),
    ...eachMatch(text, spoken, (match) =>
      read(match, { most: 3, comma: false }, () => ({
        confidence: 'medium',
        why: 'What is most often a name, by the words before it.',
      })),
    ),
    ...eachMatch(text, greeting, (match) =>
      read(match, { most: 3, comma: false }, (words) =>
        isStopWord(words[0] ?? '')
          ? undefined
          : { confidence: 'medium', why: 'The person a letter is addressed to: a patient or a colleague.' },
      ),
    ),
    ...eachMatch(text, kin, (match) =>
      read(match, { most: 2, comma: false }, () => ({ confidence: 'high', why: 'A relative by name.' })),
    ),
    ...eachMatch(text, kinAlone, (match) =>
      read(match, { most: 3, comma: false }, (words) =>
        words.some(isGivenName) ? { confidence: 'high', why: 'A relative or carer by name.' } : undefined,
      ),
    ),
    ...eachMatch(text, headed, (match) =>
      read(match, { most: 4, comma: true }, (words) =>
        words.length > 1 ? { confidence: 'high', why: 'A name, by the heading before it.' } : undefined,
      ),
    ),
    ...eachMatch(text, broken, (match) => ({
      ...groupPlace(match),
      confidence: 'high',
      why: 'A name, by the label before it, as a scan broke it up.',
    })),
    ...eachMatch(text, from, (match) =>
      read(match, { most: 3, comma: false }, () => ({
        confidence: 'medium',
        why: 'Whoever sends thanks or good wishes: often a patient or a relative.',
      })),
    ),
  ];
};
