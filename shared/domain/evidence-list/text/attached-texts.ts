import type { Sha256 } from '../../ids.ts';

/** The text of attached files, as far as it was read. */
export type AttachedTexts = {
  /** Page by page; undefined while it was not read, or cannot be. */
  readonly pagesOf: (file: Sha256) => readonly string[] | undefined;
};

export const noTexts: AttachedTexts = { pagesOf: () => undefined };
