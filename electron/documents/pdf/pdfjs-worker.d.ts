// pdf.js ships this half without types; nothing of it is used but that it is there.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object;
}
