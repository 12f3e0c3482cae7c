import pdfThread from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { z } from 'zod';

/**
 * Must run before anything else. The page's policy forbids `eval`, inline script and unnamed styles; this is what
 * the libraries need to live with that.
 */

declare global {
  // Read by the scroll lock that dialogues use, to name its style element.
  var __webpack_nonce__: string | undefined;
  interface Window {
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: {
          readonly createHTML: (text: string) => string;
          readonly createScriptURL: (address: string) => string;
        },
      ) => unknown;
    };
  }
}

/** The nonce of this page's styles, which the door puts in place of the text in `index.html`. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

z.config({ jitless: true });
globalThis.__webpack_nonce__ = styleNonce();

// React writes the text of a style element as markup. Style sheets hold no `<`, so nothing else passes.
window.trustedTypes?.createPolicy('default', {
  createHTML: (text) => {
    if (text.includes('<')) throw new TypeError('markup from text is not allowed');
    return text;
  },
  // One thread is started by address: the one that reads PDFs.
  createScriptURL: (address) => {
    if (address !== pdfThread) throw new TypeError('no program but our own may be started');
    return address;
  },
});
