import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Audience } from '#shared/domain/packages/audiences.ts';
import type { DemoClock } from './calendar.ts';
import { handOver } from './hand-over.ts';
import type { Laptop } from './laptop.ts';

/** Three people with a computer each, one portfolio, and files that go between them. */
export type CycleWorld = {
  readonly doctor: Laptop;
  readonly supervisor: Laptop;
  readonly panel: Laptop;
  readonly clock: DemoClock;
  readonly portfolioId: Id;
  readonly pack: GuidancePack;
  /** Where the files lie that were sent. */
  readonly exchange: string;
  readonly tell: (line: string) => void;
};

export const send = (world: CycleWorld, from: Laptop, to: Laptop, audience: Audience) =>
  handOver(from, to, { portfolioId: world.portfolioId, audience, folder: world.exchange });
