import type { FailureCode } from '#shared/domain/failure-codes.ts';
import type { Mail } from '#shared/domain/intake/mail.ts';
import type { Reference } from '#shared/domain/intake/reference.ts';
import type { Table } from '#shared/domain/intake/table.ts';

/** What the thread is asked. */
export type Task =
  | {
      readonly kind: 'table';
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly sheet: string | null;
    }
  | { readonly kind: 'references'; readonly bytes: Uint8Array }
  | { readonly kind: 'mail'; readonly bytes: Uint8Array };

export type Result<T extends Task['kind']> = {
  readonly table: Table;
  readonly references: readonly Reference[];
  readonly mail: Mail;
}[T];

export type Answer =
  | { readonly done: Result<Task['kind']> }
  | { readonly failed: { readonly code: FailureCode; readonly data: unknown } };
