import type { BenchRow } from './bench-row.ts';
import { bulkBenches } from './bulk.ts';
import { coverageBenches } from './coverage.ts';
import { documentBenches } from './documents.ts';
import { exchangeBenches } from './exchange.ts';
import { panelBenches } from './panel.ts';
import { panelDayBenches } from './panel-day.ts';
import { pauseBenches } from './pauses.ts';
import { reportBenches } from './report.ts';
import { screenBenches } from './screens.ts';
import { searchBenches } from './search.ts';
import { signingFinish } from './signed-report.ts';
import { stallBenches } from './stalls.ts';
import { storeBenches } from './store.ts';

const groups: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  store: storeBenches,
  bulk: bulkBenches,
  search: searchBenches,
  coverage: coverageBenches,
  stalls: stallBenches,
  documents: documentBenches,
  pauses: pauseBenches,
  report: async () => {
    const finish = await signingFinish();
    return [...(await reportBenches(finish)), ...(await panelDayBenches(finish))];
  },
  exchange: exchangeBenches,
  screens: screenBenches,
  panel: panelBenches,
};

export type BenchOptions = { readonly only: string | undefined; readonly note: (text: string) => void };

/** Every promise about speed, measured one group after another so that they do not slow each other down. */
export async function allBenches({ only, note }: BenchOptions): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, measure] of Object.entries(groups)) {
    if (only !== undefined && only !== name) continue;
    note(`measuring: ${name}`);
    rows.push(...(await measure()));
  }
  return rows;
}
