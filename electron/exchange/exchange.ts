import type { Exchange } from '../services/ports/exchange.ts';
import { newIdentity } from './identity.ts';

/** The exchange room as the services see it. */
export const createExchange = (): Exchange => ({ newIdentity });
