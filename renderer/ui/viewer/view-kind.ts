/** How a file is shown. `words`: what can be read of it, as plain text. */
export type ViewKind = 'pdf' | 'picture' | 'words';

/** Pictures the browser draws by itself. SVG is none: it is a document that may hold anything. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/bmp', 'image/avif']);

/** @param mediaType as told from the file's bytes when it came */
export function viewKindOf(mediaType: string): ViewKind {
  if (mediaType === 'application/pdf') return 'pdf';
  return pictures.has(mediaType) ? 'picture' : 'words';
}
