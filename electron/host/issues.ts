import type { Issue } from '#shared/domain/failure-codes.ts';

/** As much of a schema's issue as is needed; zod's issues and Standard Schema's both fit. */
type SchemaIssue = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: unknown;
};

/** Our schemas give `{ error: 'end-before-start' }` where words are wanted; zod's own messages are sentences. */
const ownCode = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** A schema's issues as data: where, and a stable code. Messages are left behind. */
export function toIssues(issues: readonly SchemaIssue[]): readonly Issue[] {
  return issues.map((issue) => ({
    path: (issue.path ?? []).map((step) => plain(typeof step === 'object' ? step.key : step)),
    code: ownCode.test(issue.message)
      ? issue.message
      : typeof issue.code === 'string'
        ? issue.code
        : 'invalid',
  }));
}

const plain = (key: PropertyKey): string | number => (typeof key === 'symbol' ? 'symbol' : key);
