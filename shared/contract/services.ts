import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from './index.ts';

type Inputs = InferContractRouterInputs<typeof contract>;
type Outputs = InferContractRouterOutputs<typeof contract>;

/**
 * What the services must offer: for every procedure of the contract a plain function. Inputs have passed the
 * contract's schema, so services see parsed values; failures are thrown with `failure(code, data)`.
 */
export type Services = {
  readonly [Area in keyof Outputs]: {
    readonly [Name in keyof Outputs[Area]]: (
      input: Name extends keyof Inputs[Area] ? Inputs[Area][Name] : undefined,
    ) => Promise<Outputs[Area][Name]>;
  };
};
