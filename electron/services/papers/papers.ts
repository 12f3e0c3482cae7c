import type { Services } from '#shared/contract/services.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';
import { batchPart } from './batch.ts';
import { companionsPart } from './companions.ts';
import { letterheadPart } from './letterhead.ts';
import { panelFormPart } from './panel-form.ts';
import { typedInPart } from './typed-in.ts';

/** What is printed of reviews, and whose name stands at its head. */
export function createPapersService(ports: Ports, session: Session): Services['papers'] {
  return {
    ...letterheadPart(ports, session),
    ...companionsPart(ports, session),
    ...panelFormPart(ports, session),
    ...typedInPart(ports, session),
    ...batchPart(ports, session),
  };
}
