/** One e-mail as it was saved. Text only: what was written as HTML has been turned into text. */
export type Mail = {
  readonly subject: string;
  /** Name and address, as far as given. */
  readonly from: string;
  /** `YYYY-MM-DD`, by the sender's own clock; null where there is none that makes sense. */
  readonly sentOn: string | null;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
};
