import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import type { contract } from '#shared/contract/index.ts';
import { doorFetch } from './door-fetch.ts';

const link = new RPCLink({
  url: () => `${location.origin}/rpc`,
  fetch: (request, init) => doorFetch(request, init),
});

// Named, not inferred: written out, the contract's types are too long for a declaration.
export type Client = ContractRouterClient<typeof contract>;

/** Calls procedures directly: `await client.evidence.get({ portfolioId, id })`. */
export const client: Client = createORPCClient(link);

/** Query and mutation options: `useQuery(api.evidence.get.queryOptions({ input }))`. */
export const api: RouterUtils<Client> = createTanstackQueryUtils(client);
