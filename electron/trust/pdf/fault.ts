/** Why a PDF could not be read. The message names the rule, never content. */
export class PdfFault extends Error {
  override readonly name = 'PdfFault';
}

/** Stops the reading: these bytes are not PDF as Waymark reads it, or reading them would cost too much. */
export function pdfFault(rule: string): never {
  throw new PdfFault(rule);
}
