import type { LogoFile } from '#electron/services/ports/reporting.ts';
import type { Picture } from './compiler.ts';

const endings = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

const pictureName = ({ sha256, mediaType }: LogoFile) => `logo-${sha256}.${endings[mediaType]}`;

/** The logo as a file the templates can draw, and what they need to know of it. Null: the names stand alone. */
export function drawnLogo(logo: LogoFile | undefined): {
  readonly pictures: readonly Picture[];
  readonly logo: { readonly file: string; readonly ratio: number } | null;
} {
  if (logo === undefined) return { pictures: [], logo: null };
  const name = pictureName(logo);
  return {
    pictures: [{ name, bytes: logo.bytes }],
    logo: { file: name, ratio: logo.width / logo.height },
  };
}
