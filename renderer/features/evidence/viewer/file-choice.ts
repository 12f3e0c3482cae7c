import type { Attachment, KeptFile } from '#shared/domain/evidence.ts';

/** A file of an item as it can be looked at: the one that was attached, or its redacted copy. */
export type Viewable = {
  readonly file: KeptFile;
  readonly attachment: Attachment;
  readonly copy: boolean;
};

export function viewablesOf(attachments: readonly Attachment[]): readonly Viewable[] {
  return attachments.flatMap((attachment) => {
    const { redacted, ...file } = attachment;
    const original = { file, attachment, copy: false };
    return redacted === undefined ? [original] : [original, { file: redacted, attachment, copy: true }];
  });
}

/** The hash to open for an attachment: what others get, where that is another file. */
export const firstToShow = ({ hash, redacted }: Attachment): string => redacted?.hash ?? hash;
