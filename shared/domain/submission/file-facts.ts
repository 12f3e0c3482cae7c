import { z } from 'zod';

/** What is known of a file without opening it again. `unread`: nobody has looked into it yet. `missing`: not kept here. */
export const fileStates = ['unread', 'read', 'encrypted', 'malformed', 'missing'] as const;
export const fileStateSchema = z.enum(fileStates);

export type FileFacts = {
  readonly state: z.infer<typeof fileStateSchema>;
  /** Null where it is not known, or it has none. */
  readonly pages: number | null;
};

/** Kinds of files that become pages of one PDF. The others are handed over as they are. */
const joinable = new Set(['application/pdf', 'image/png', 'image/jpeg']);
export const canJoin = (mediaType: string): boolean => joinable.has(mediaType);
