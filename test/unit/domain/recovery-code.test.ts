import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRecoveryCode,
  readRecoveryCode,
  recoveryCodeGroups,
  recoveryCodeIssue,
} from '#shared/domain/recovery-code.ts';

const anyBytes = fc.uint8Array({ minLength: 20, maxLength: 20 });
const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

describe('a recovery code', () => {
  it('is nine groups of four letters nobody mixes up, and reads back as the same bytes', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const code = formatRecoveryCode(bytes);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(recoveryCodeGroups(code)).toHaveLength(9);
        expect(readRecoveryCode(code)).toEqual({ is: 'code', bytes });
      }),
    );
  });

  it('may be typed in small letters, with spaces or nothing between, and with look-alikes', () => {
    fc.assert(
      fc.property(anyBytes, fc.constantFrom('', ' ', '  ', '-', ' – ', '\n', '.'), (bytes, between) => {
        const typed = recoveryCodeGroups(formatRecoveryCode(bytes)).join(between).toLowerCase();
        const alike = typed.replaceAll('0', 'o').replaceAll('1', 'l');
        for (const text of [typed, alike, typed.replaceAll('1', 'I'), ` ${typed}\t`])
          expect(readRecoveryCode(text)).toEqual({ is: 'code', bytes });
      }),
    );
  });

  it('finds every single wrong letter, and says which group it is in', () => {
    const code = formatRecoveryCode(Uint8Array.from({ length: 20 }, (_, at) => at * 13));
    for (let at = 0; at < code.length; at += 1) {
      if (code[at] === '-') continue;
      for (const letter of alphabet) {
        if (letter === code[at]) continue;
        const typed = code.slice(0, at) + letter + code.slice(at + 1);
        expect(readRecoveryCode(typed), typed).toEqual({ is: 'typo', group: Math.floor(at / 5) + 1 });
      }
    }
  });

  it('finds every two letters that were swapped or mistyped together', () => {
    fc.assert(
      fc.property(
        anyBytes,
        fc.nat(35),
        fc.nat(35),
        fc.constantFrom(...alphabet),
        fc.constantFrom(...alphabet),
        (bytes, one, other, a, b) => {
          const letters = [...formatRecoveryCode(bytes).replaceAll('-', '')];
          const wrong = letters.with(one, a).with(other, b);
          const swapped = letters.with(one, letters[other] ?? '').with(other, letters[one] ?? '');
          for (const typed of [wrong, swapped]) {
            const same = typed.join('') === letters.join('');
            expect(readRecoveryCode(typed.join('')).is).toBe(same ? 'code' : 'typo');
          }
        },
      ),
    );
  });

  it('names what is wrong in codes that have words', () => {
    const code = formatRecoveryCode(new Uint8Array(20));
    expect(recoveryCodeIssue(code)).toBeNull();
    expect(recoveryCodeIssue(code.slice(1))).toBe('recovery-length');
    expect(recoveryCodeIssue('')).toBe('recovery-length');
    expect(recoveryCodeIssue(code.replace(/^0000/, '000U'))).toBe('recovery-group-1');
    expect(recoveryCodeIssue(`1234-5678${code.slice(9)}`)).toMatch(/^recovery-(typo|group-\d)$/);
  });
});
