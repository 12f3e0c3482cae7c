import { type AnyProcedure, implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import type { Services } from '#shared/contract/services.ts';
import type { FailureLog } from './failure-log.ts';
import { toDeclaredError } from './faults.ts';

export type AppRouter = Router<typeof contract, Record<never, never>>;

type AnyService = (input: unknown) => Promise<unknown>;
type Implementable = {
  readonly '~orpc': { readonly inputSchema?: unknown };
  readonly handler: (handler: (call: { readonly input: unknown }) => Promise<unknown>) => AnyProcedure;
};

/**
 * Puts services behind the contract: inputs and outputs are checked by its schemas, failures become its typed errors,
 * anything else becomes UNEXPECTED. Services stay plain functions that know nothing of this.
 */
export function createRouter(services: Services, log: FailureLog): AppRouter {
  // Applied before validation, so that it also sees the schemas' refusals.
  const implementer = implement(contract).use(async ({ next, procedure, path }) => {
    try {
      return await next();
    } catch (thrown) {
      throw toDeclaredError(thrown, procedure['~orpc'].errorMap, log, path.join('.'));
    }
  });
  // Walking the contract by name loses each procedure's own types; `Services` and `AppRouter`, both derived from the
  // same contract, hold the two ends together.
  const areas = implementer as unknown as Readonly<Record<string, Readonly<Record<string, Implementable>>>>;
  const functions = services as unknown as Readonly<Record<string, Readonly<Record<string, AnyService>>>>;
  const router = Object.entries(contract).map(([area, procedures]) => [
    area,
    Object.fromEntries(
      Object.keys(procedures).map((name) => {
        const service = functions[area]?.[name];
        const procedure = areas[area]?.[name];
        if (service === undefined || procedure === undefined) throw new Error(`no service: ${area}.${name}`);
        const takesInput = procedure['~orpc'].inputSchema !== undefined;
        // What a procedure without an input schema is sent was never checked, so it is not passed on.
        return [name, procedure.handler(({ input }) => service(takesInput ? input : undefined))];
      }),
    ),
  ]);
  return Object.fromEntries(router) as AppRouter;
}
