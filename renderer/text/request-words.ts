import { ukDate } from '#shared/domain/dates.ts';
import type { RequestWay, SignOffRequest } from '#shared/domain/supervision/request.ts';
import type { AnswerState } from '#shared/domain/supervision/request-standing.ts';
import { count } from './format.ts';

export const requestStateWords: Record<SignOffRequest['state'], string> = {
  open: 'Waiting',
  answered: 'Answered',
  declined: 'Declined',
  cancelled: 'Cancelled',
};

export const requestWayWords: Record<RequestWay, { readonly title: string; readonly meaning: string }> = {
  file: {
    title: 'As a file',
    meaning: 'They open it in their own Waymark, sign with their own key, and send a reply back.',
  },
  print: {
    title: 'On paper',
    meaning: 'A form to print and sign. Its code ties the scan to this request.',
  },
  'in-person': {
    title: 'In person',
    meaning: 'They sign on this computer, on the item’s own page. It is recorded as that.',
  },
};

export const answerWords: Record<AnswerState, string> = {
  waiting: 'No answer yet',
  signed: 'Signed off',
  'signed-before': 'Signed off, but you have changed it since',
  unsound: 'An answer came, but its seal is missing or does not hold',
  declined: 'Declined',
  paper: 'Signed on paper',
};

/** How long it waits, and how that stands to the day it is due. */
export function waitingLine(
  { sentOn, dueOn }: Pick<SignOffRequest, 'sentOn' | 'dueOn'>,
  waited: number,
  overdue: number,
): string {
  const asked = `Asked on ${ukDate(sentOn)}, ${waited === 0 ? 'today' : `${count(waited, 'day')} ago`}`;
  const due =
    overdue > 0 ? `was due on ${ukDate(dueOn)}, ${count(overdue, 'day')} ago` : `due by ${ukDate(dueOn)}`;
  return `${asked}; ${due}.`;
}

/**
 * A polite reminder to copy into any message. It names no patient and no item: what a title says is not for a mailbox.
 */
export function chaseMessage(
  { assessor, kind, items, sentOn, dueOn, way }: SignOffRequest,
  doctor: string,
): string {
  const what =
    kind === 'report'
      ? 'to write your supervisor’s report before my review'
      : `to sign off ${count(items.length, 'piece')} of evidence for my portfolio`;
  const how =
    way === 'print'
      ? 'The form has a code at the top; please give the whole form back to me.'
      : way === 'file'
        ? 'The file I gave you opens in Waymark, and it makes a reply for me there.'
        : 'I will bring my laptop to wherever suits you; it takes five minutes.';
  return [
    `Dear ${assessor.name},`,
    '',
    `On ${ukDate(sentOn)} I asked you ${what}. It would help me to have it by ${ukDate(dueOn)}.`,
    how,
    'If you cannot do it, please tell me: I will ask somebody else.',
    '',
    'Thank you, and kind regards,',
    doctor,
  ].join('\n');
}
