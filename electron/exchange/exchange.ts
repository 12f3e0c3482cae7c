import type { Exchange } from '../services/ports/exchange.ts';
import { lockKind } from './age/header.ts';
import { newIdentity } from './identity.ts';
import { open } from './package/open.ts';
import { pack } from './package/pack.ts';

/** The exchange room as the services see it. */
export const createExchange = (): Exchange => ({ newIdentity, pack, lockKind, open });
