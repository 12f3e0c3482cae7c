import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconCalendarEvent,
  IconCalendarX,
  IconChecks,
  IconClockPause,
  IconDoor,
  IconDoorOff,
  IconFileImport,
  IconHourglass,
  IconPencil,
  IconReplace,
  IconSend,
  IconSignature,
} from '@tabler/icons-react';
import { processStateWords } from '#renderer/text/review-process-words.ts';
import { type Tone, ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { ProcessState } from '#shared/domain/review-process/states.ts';

const looks: Record<ProcessState, { readonly tone: Tone; readonly icon: Icon }> = {
  scheduled: { tone: 'neutral', icon: IconCalendarEvent },
  'evidence-requested': { tone: 'warn', icon: IconHourglass },
  submitted: { tone: 'info', icon: IconFileImport },
  open: { tone: 'info', icon: IconDoor },
  shut: { tone: 'warn', icon: IconDoorOff },
  drafted: { tone: 'info', icon: IconPencil },
  signed: { tone: 'good', icon: IconSignature },
  released: { tone: 'good', icon: IconSend },
  acknowledged: { tone: 'good', icon: IconChecks },
  postponed: { tone: 'neutral', icon: IconClockPause },
  'not-held': { tone: 'neutral', icon: IconCalendarX },
  withdrawn: { tone: 'neutral', icon: IconArrowBackUp },
  amended: { tone: 'neutral', icon: IconReplace },
  contested: { tone: 'bad', icon: IconAlertTriangle },
};

export const ProcessStateBadge = ({ state }: { readonly state: ProcessState }) => (
  <ToneBadge {...looks[state]}>{processStateWords[state].title}</ToneBadge>
);
