import { appendFileSync } from 'node:fs';

/** Whether this run is to prove at full size (`npm run prove`) rather than at what CI can carry. */
export const proving = process.env.WAYMARK_PROVE === '1';

/** The size of a proof: small by default, full under `npm run prove`. */
export const sized = (ci: number, full: number): number => (proving ? full : ci);

/** Notes the figures of a proof for the summary of `npm run prove`. Otherwise nothing happens. */
export function proved(proof: string, figures: string): void {
  const file = process.env.WAYMARK_PROVE_FIGURES;
  if (proving && file !== undefined) appendFileSync(file, `${proof}: ${figures}\n`);
}
