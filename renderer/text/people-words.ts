import { ukDate } from '#shared/domain/dates.ts';
import type { Confirmation, Person } from '#shared/domain/people.ts';

/** How a card was made sure of: the choice, and how it reads afterwards. */
export const confirmationWords: Record<
  Confirmation,
  { readonly choice: string; readonly hint: string; readonly done: string }
> = {
  'not-yet': { choice: 'Not yet', hint: '', done: 'Not confirmed yet' },
  'by-voice': {
    choice: 'By voice',
    hint: 'On the phone or by video, on a number you already had.',
    done: 'Confirmed by voice',
  },
  'in-person': {
    choice: 'In person',
    hint: 'Side by side, from their screen or their printed card.',
    done: 'Confirmed in person',
  },
  'trusted-channel': {
    choice: 'By another trusted channel',
    hint: 'For example a staff directory, or a message from an address you have long known.',
    done: 'Confirmed by another channel',
  },
};

/** `Confirmed by voice on 05/03/2026`. */
export function confirmedWords({
  confirmed,
  confirmedOn,
}: Pick<Person, 'confirmed' | 'confirmedOn'>): string {
  const { done } = confirmationWords[confirmed];
  return confirmedOn === null ? done : `${done} on ${ukDate(confirmedOn)}`;
}

/** The name of the file a person's card is saved under. */
export const cardFileName = (name: string): string => {
  const safe = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${safe === '' ? 'my' : safe}.waymark-card`;
};
