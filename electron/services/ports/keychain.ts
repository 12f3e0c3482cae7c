/** The computer's own keychain, where it has one that protects anything. Off unless the owner switches it on. */
export type Keychain = {
  readonly available: () => Promise<boolean>;
  /** Base64 that only this person's account on this computer can turn back. */
  readonly protect: (bytes: Uint8Array) => Promise<string>;
  /** Undefined when this keychain cannot turn it back. `renew`: it should be protected again, under a newer key. */
  readonly unprotect: (
    text: string,
  ) => Promise<{ readonly bytes: Uint8Array; readonly renew: boolean } | undefined>;
};
