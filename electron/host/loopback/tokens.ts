import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a boot token waits for its browser, in milliseconds. */
export const bootLifetime = 60_000;

export type Tokens = {
  /** A new boot token: 256 bits, good for one exchange within `bootLifetime`. */
  readonly newBoot: () => string;
  /** A session token for a live boot token, which is thereby spent; undefined for any other. */
  readonly exchange: (boot: string) => string | undefined;
  readonly isSession: (token: string) => boolean;
  readonly clear: () => void;
};

/**
 * Tokens of one run of the host, in memory only, so a restart ends every session. Only digests are kept and compared,
 * each in constant time and all of them every time.
 * @param now the time in milliseconds.
 */
export function createTokens(now: () => number): Tokens {
  let boots: readonly { readonly digest: Buffer; readonly expires: number }[] = [];
  let sessions: readonly Buffer[] = [];
  return {
    newBoot: () => {
      const token = newToken();
      boots = [
        ...boots.filter((boot) => boot.expires > now()),
        { digest: digest(token), expires: now() + bootLifetime },
      ];
      return token;
    },
    exchange: (token) => {
      const asked = digest(token);
      const matches = boots.map((boot) => timingSafeEqual(boot.digest, asked));
      const live = boots.some((boot, at) => matches[at] === true && boot.expires > now());
      boots = boots.filter((_, at) => matches[at] !== true);
      if (!live) return undefined;
      const session = newToken();
      sessions = [...sessions, digest(session)];
      return session;
    },
    isSession: (token) => {
      const asked = digest(token);
      return sessions.map((session) => timingSafeEqual(session, asked)).includes(true);
    },
    clear: () => {
      boots = [];
      sessions = [];
    },
  };
}

const newToken = (): string => randomBytes(32).toString('base64url');
const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
