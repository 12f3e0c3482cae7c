/** Packages in and out: the age format, the archive within, and what may be in it. */
export type Exchange = {
  /** A new age X25519 identity: the form that every age tool knows. */
  readonly newIdentity: () => Promise<{ readonly recipient: string; readonly secret: string }>;
};
