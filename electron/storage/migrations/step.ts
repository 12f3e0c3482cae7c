/**
 * One step of the vault's format. Once released it is frozen: a later change of shape is a later step. Values on disk
 * stay as they were written, their hashes depend on it; they are brought up when they are read.
 */
export type MigrationStep = {
  /** The format it leads to; the one before is where it starts. */
  readonly to: number;
  /** By collection: a value of the format before as one of this format. Collections not named here kept their shape. */
  readonly values: Readonly<Record<string, (value: Readonly<Record<string, unknown>>) => unknown>>;
};
