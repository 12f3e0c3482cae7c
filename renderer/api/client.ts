import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { contract } from '#shared/contract/index.ts';
import { doorFetch } from './door-fetch.ts';

const link = new RPCLink({
  url: () => `${location.origin}/rpc`,
  fetch: (request, init) => doorFetch(request, init),
});

/** Calls procedures directly: `await client.evidence.get({ portfolioId, id })`. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(link);

/** Query and mutation options: `useQuery(api.evidence.get.queryOptions({ input }))`. */
export const api = createTanstackQueryUtils(client);
