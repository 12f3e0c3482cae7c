import { ORPCError } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/fetch';
import { invalidInput } from './faults.ts';
import { isJson, readBody } from './read-body.ts';
import { refuse } from './refusal.ts';
import type { AppRouter } from './router.ts';

/** The longest call taken, in bytes: a long reflection is a few kilobytes, files never travel this way. */
export const maxCall = 4 * 1024 * 1024;

/** Answers `POST /rpc/<area>/<procedure>` with JSON bodies and nothing else. */
export function rpcRoute(router: AppRouter): (request: Request) => Promise<Response> {
  const handler = new RPCHandler(router, {
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (thrown) {
          // The router has already made every fault of a call an ORPCError, and outputs have passed their schema: what
          // else fails is the reading of the body.
          throw thrown instanceof ORPCError ? thrown : invalidInput([{ path: [], code: 'malformed' }]);
        }
      },
    ],
  });
  return async (request) => {
    if (request.method !== 'POST') return refuse('WRONG_METHOD');
    if (!isJson(request)) return refuse('NOT_JSON');
    const body = await readBody(request, maxCall);
    if (body === undefined) return refuse('BODY_TOO_LARGE');
    // Only the JSON goes on: other headers could make the codec read the body as a file, a form or a stream.
    const call = new Request(request.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: request.signal,
    });
    const answer = await handler.handle(call, { prefix: '/rpc', context: {} });
    return answer.matched ? answer.response : refuse('NOTHING_HERE');
  };
}
