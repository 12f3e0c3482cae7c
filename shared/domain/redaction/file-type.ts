import type { KeptFile } from '../evidence.ts';

/** What can be done with a file here. */
export type RedactableKind = 'pdf' | 'picture' | 'word' | 'text' | 'other';

const pictures = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/bmp', 'image/avif']);
const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** By its type, which was told from its bytes when it came. */
export function kindOfFile({ mediaType, name }: Pick<KeptFile, 'mediaType' | 'name'>): RedactableKind {
  if (mediaType === 'application/pdf') return 'pdf';
  if (pictures.has(mediaType)) return 'picture';
  if (mediaType === wordFile || /\.docx?$/i.test(name)) return 'word';
  return mediaType.startsWith('text/') ? 'text' : 'other';
}

export const canRedact = (kind: RedactableKind): kind is 'pdf' | 'picture' =>
  kind === 'pdf' || kind === 'picture';
