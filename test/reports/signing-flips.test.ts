import { beforeAll, describe, expect, it } from 'vitest';
import { verifyPdf } from '#electron/trust/verifier.ts';
import { proving, sized } from '#test/support/prove.ts';
import { signedReport, testSigner } from '#test/support/trust-documents.ts';
import { rangesOf } from '#test/support/trust-judges.ts';

let one: Uint8Array;
let three: Uint8Array;
// Every byte is flipped when the whole proof is run, and every bit of the signatures; CI takes a share of them.
const share = (ci: number) => sized(ci, 1);
beforeAll(async () => {
  const people = await Promise.all(['Dr Sample Chair', 'محمد', '张伟'].map((name) => testSigner(name)));
  one = await signedReport(people.slice(0, 1));
  three = await signedReport(people);
});

/** The figures of a whole proof. */
const told = (what: string, tried: number) => {
  if (proving) console.log(`${what}: ${tried} flips, 0 accepted`);
};

/** Flips one bit at a time and counts; every flip accepted is listed as `byte:bit`. */
function flips(pdf: Uint8Array, positions: Iterable<number>, bits: (position: number) => readonly number[]) {
  const copy = Buffer.from(pdf);
  const accepted: string[] = [];
  let tried = 0;
  for (const position of positions)
    for (const bit of bits(position)) {
      const old = copy[position] ?? 0;
      copy[position] = old ^ (1 << bit);
      tried += 1;
      if (verifyPdf(copy, new Set()).status === 'valid') accepted.push(`${position}:${bit}`);
      copy[position] = old;
    }
  return { tried, accepted };
}

function* every(step: number, from: number, to: number) {
  for (let position = from; position < to; position += step) yield position;
}
const two = (position: number) =>
  [position % 8, (position * 5 + 3) % 8].filter((bit, index, all) => all.indexOf(bit) === index);

// The whole proof takes a while.
describe('one flipped bit', { timeout: sized(120_000, 7_200_000) }, () => {
  it('anywhere in a report is noticed', () => {
    const { tried, accepted } = flips(one, every(share(197), 0, one.length), two);
    expect(tried).toBeGreaterThan(sized(500, 100_000));
    told('every byte of a report', tried);
    expect(accepted).toEqual([]);
  });

  it('anywhere in a signature or its padding is noticed', () => {
    const { gapStart, gapEnd } = rangesOf(one)[0] ?? expect.fail();
    const bits = sized(1, 8);
    const { tried, accepted } = flips(one, every(share(7), gapStart, gapEnd), (position) =>
      Array.from({ length: bits }, (_, index) => (position + index) % 8),
    );
    expect(tried).toBeGreaterThan(sized(400, 15_000));
    told('every bit of a signature', tried);
    expect(accepted).toEqual([]);
  });

  it('anywhere in a report with three signatures is noticed', () => {
    const { tried, accepted } = flips(three, every(sized(997, 23), 0, three.length), two);
    expect(tried).toBeGreaterThan(sized(300, 14_000));
    told('a report with three signatures', tried);
    expect(accepted).toEqual([]);
  });

  it('anywhere in the last revision of three is noticed', () => {
    const from = rangesOf(three)[1]?.end ?? expect.fail();
    expect(
      flips(three, every(sized(149, 5), from, three.length), (position) => [(position * 3) % 8]).accepted,
    ).toEqual([]);
  });
});

describe('a shortened file', () => {
  it('is never accepted', () => {
    const accepted = [...every(251, 0, one.length)].filter(
      (length) => verifyPdf(one.subarray(0, length), new Set()).status === 'valid',
    );
    expect(accepted).toEqual([]);
  });
});
