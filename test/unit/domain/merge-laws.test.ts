import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyArbitrary, playHistory } from '#test/support/merge-histories.ts';
import { lastWriterKit, modelKit } from '#test/support/merge-models.ts';
import { proved, sized } from '#test/support/prove.ts';

const numRuns = sized(300, 10_000);

describe('any history of three to five sites', () => {
  it('converges, whatever is exchanged, in whichever order and however often; nothing is lost', {
    timeout: 900_000,
  }, async () => {
    let divisions = 0;
    await fc.assert(
      fc.asyncProperty(historyArbitrary, async (history) => {
        const { broken, divided } = await playHistory(modelKit, history);
        expect(broken).toEqual([]);
        if (divided) divisions += 1;
      }),
      { numRuns },
    );
    // Most of them did put the rules to the test.
    expect(divisions).toBeGreaterThan(numRuns / 2);
    proved('merging in memory', `${numRuns} histories, ${divisions} ended in a conflict, 0 broken laws`);
  });

  it('breaks the same laws where the later clock wins', async () => {
    const broken = new Set<string>();
    for (const history of fc.sample(historyArbitrary, { numRuns: 100, seed: 1 })) {
      for (const law of (await playHistory(lastWriterKit, history)).broken) broken.add(law);
    }
    for (const law of ['sites converge', 'no edit is lost', 'no sealed version is lost']) {
      expect(broken).toContain(law);
    }
  });
});
