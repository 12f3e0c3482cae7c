import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient as createOrpcClient } from '@orpc/server';
import type { contract } from '#shared/contract/index.ts';
import type { AppRouter } from './router.ts';

/** The contract as a caller sees it, whichever way the call travels. */
export type AppClient = ContractRouterClient<typeof contract>;

/** Calls the router in this process, with the same checks and the same errors as through the door. */
export const createRouterClient = (router: AppRouter): AppClient => createOrpcClient(router, { context: {} });
