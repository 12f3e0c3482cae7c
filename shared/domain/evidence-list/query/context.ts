import type { GuidancePack } from '../../guidance-pack.ts';
import type { Portfolio } from '../../portfolio.ts';
import type { QueryContext } from './parse.ts';

/** What a portfolio's searches are read against: links may still name capabilities of guidance it has left. */
export const queryContextOf = (
  { capabilities, types }: Pick<GuidancePack, 'capabilities' | 'types'>,
  former: Portfolio['former'] = [],
): QueryContext => ({
  capabilities: [...capabilities, ...former].map(({ code }) => code),
  ...(types === undefined ? {} : { types }),
});
