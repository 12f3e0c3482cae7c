/** The ways into a vault besides its passphrase, as its header tells without being opened. */
export type VaultWays = { readonly recovery: boolean; readonly keychain: boolean };

/** The keys of an open vault. Every change is one atomic replacement of the header; the data key stays the same. */
export type VaultKeys = {
  readonly vaultId: string;
  /** ISO instants at which each way besides the passphrase was made. */
  readonly state: () => {
    readonly recovery: { readonly madeAt: string } | null;
    readonly keychain: { readonly madeAt: string } | null;
  };
  /** Checks the passphrase again (scrypt, a quarter of a second). */
  readonly checkPassphrase: (passphrase: string) => Promise<boolean>;
  /** @param code as typed. */
  readonly checkRecoveryCode: (code: string) => Promise<boolean>;
  readonly changePassphrase: (passphrase: string) => Promise<void>;
  /** Makes a code and returns it, this once; an older code stops working. */
  readonly newRecoveryCode: () => Promise<string>;
  /** Fails with NO_KEYCHAIN. */
  readonly keepInKeychain: () => Promise<void>;
  readonly forgetKeychain: () => Promise<void>;
};

/** Text that is not yet a record, kept so that a lock or a crash loses none of it. */
export type Draft = { readonly key: string; readonly savedAt: string; readonly text: string };

/** Unsaved text: small encrypted files beside the records, replaced atomically, with no history. */
export type Drafts = {
  /** Replaces what was kept under the key. Returns when it was kept. */
  readonly put: (key: string, text: string) => Promise<string>;
  /** Fails with VAULT_DAMAGED when the file is not as it was written. */
  readonly get: (key: string) => Promise<Draft | undefined>;
  readonly list: () => Promise<readonly Omit<Draft, 'text'>[]>;
  readonly remove: (key: string) => Promise<void>;
};
