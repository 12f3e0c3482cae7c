import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import {
  type Logo,
  largestLogo,
  longestLogoSide,
  noProgramme,
  type Programme,
} from '#shared/domain/programme/letterhead.ts';
import { pictureFactsOf } from '#shared/domain/programme/picture.ts';
import type { LogoFile } from '../ports/reporting.ts';
import type { OpenVault, Ports } from '../ports.ts';
import type { Session } from '../session.ts';
import { changeSettings, settingsOf } from '../settings.ts';

export const programmeOf = (vault: OpenVault): Programme => settingsOf(vault).programme ?? noProgramme;

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** The picture as it can be drawn. */
export function logoFile({ base64, ...facts }: Logo): LogoFile {
  return { ...facts, bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) };
}

/** The picture of a letterhead a report names, where this vault holds it. */
export function logoNamed(vault: OpenVault, sha256: string | undefined): LogoFile | undefined {
  const { logo } = programmeOf(vault);
  return logo !== null && logo.sha256 === sha256 ? logoFile(logo) : undefined;
}

const refused = (code: string) => failure('INVALID', { issues: [{ path: ['logo'], code }] });

/** A logo out of an upload. Fails with NOT_FOUND, FILE_TOO_LARGE and INVALID. */
async function logoOf(ports: Ports, uploadId: Id, names: Programme): Promise<Logo> {
  const upload = await ports.uploads.take(uploadId);
  if (upload === undefined) throw failure('NOT_FOUND', { what: 'upload' });
  try {
    const { size, hash } = upload;
    if (size > largestLogo) throw failure('FILE_TOO_LARGE', { size, limit: largestLogo });
    const bytes = new Uint8Array(size);
    let offset = 0;
    for await (const chunk of upload.bytes()) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    const facts = pictureFactsOf(bytes);
    if (facts === undefined) throw refused('picture-kind');
    if (Math.max(facts.width, facts.height) > longestLogoSide) throw refused('picture-size');
    const logo: Logo = { ...facts, sha256: hash, base64: toBase64(bytes) };
    // Once on a page before it is kept: what cannot be drawn would else stop a chair from signing.
    await ports.bindery
      .paper({ kind: 'letterhead', programme: { ...names, logo: null } }, logoFile(logo))
      .catch(() => {
        throw refused('picture-damaged');
      });
    return logo;
  } finally {
    await ports.uploads.drop(uploadId);
  }
}

export function letterheadPart(ports: Ports, session: Session) {
  const changed = async (change: Partial<Programme>): Promise<Programme> => {
    await changeSettings(session, 'settings.programme', ({ programme = noProgramme }) => ({
      programme: { ...programme, ...change },
    }));
    return programmeOf(session.vault());
  };
  return {
    letterhead: async () => programmeOf(session.vault()),
    setLetterhead: (names: Pick<Programme, 'name' | 'trust'>) => changed(names),
    setLogo: async ({ uploadId }: { readonly uploadId: Id | null }) =>
      changed({
        logo: uploadId === null ? null : await logoOf(ports, uploadId, programmeOf(session.vault())),
      }),
  };
}
