import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import type { BlobStore, Clock, Ports, ReportMaker } from './services/ports.ts';
import { createDoor } from './host/door.ts';
import { createRouter } from './host/router.ts';
import { createStatics } from './host/statics.ts';
import { buildReportModel } from './reports/model.ts';
import { createReportLayout } from './reports/layout.ts';
import { resourceFolders } from './resource-folders.ts';
import { createServices } from './services/services.ts';
import { createSession, type Session } from './services/session.ts';
import { createMediaTypes } from './storage/media-types.ts';
import { createUploads } from './storage/uploads.ts';
import { createVaults } from './storage/vaults.ts';
import { addSignatureFields } from './trust/signature-fields.ts';
import { createSigners } from './trust/signers.ts';
import { createPdfVerifier } from './trust/verifier.ts';

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const systemClock: Clock = {
  now: () => new Date(),
  // The doctor's own calendar day, not UTC's: an item dated today must not be "in the future" after midnight.
  today: () => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  },
};

/** Layout (reports room), then empty signature fields (trust room): the two rooms meet only here. */
function createReportMaker(folders: { readonly fonts: string; readonly templates: string }): ReportMaker {
  const layout = createReportLayout({ fontFolder: folders.fonts, templateFolder: folders.templates });
  return {
    build: (input) => buildReportModel(input, hash),
    render: async (model, fields) => {
      const laidOut = await layout.layOut(model, fields);
      return addSignatureFields(laidOut.pdf, laidOut.fields);
    },
  };
}

const noLog = () => undefined;

export type AppOptions = {
  readonly vaultFolder: string;
  readonly host: Ports['host'];
  readonly log?: Ports['log'];
  readonly clock?: Clock;
};

/** Everything Waymark is, without a window or a socket: both entries and all tests use it. */
export async function createApp({ vaultFolder, host, log = noLog, clock = systemClock }: AppOptions) {
  const folders = resourceFolders();
  const newId = () => randomUUID();
  const scratch = await mkdtemp(join(tmpdir(), 'waymark-'));
  const uploads = await createUploads({ folder: join(scratch, 'uploads'), newId });
  const ports: Ports = {
    clock,
    newId,
    hash,
    version: packageJson.version,
    host,
    vaultFolder,
    vaults: createVaults({ clock, newId, log }),
    signers: createSigners(),
    verifier: createPdfVerifier(),
    reports: createReportMaker(folders),
    uploads,
    mediaTypes: createMediaTypes(),
    temporaryFolder: async () => {
      const folder = await mkdtemp(join(scratch, 'sample-'));
      return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
    },
    log,
  };
  const session: Session = createSession();
  const services = createServices(ports, session);
  const blobs = async (portfolioId: string): Promise<BlobStore> => (await session.portfolio(portfolioId)).store.blobs;
  const door = createDoor({
    router: createRouter(services, { log }),
    statics: await createStatics(folders.renderer),
    uploads,
    blobs,
    host,
  });
  return {
    door,
    ports,
    session,
    services,
    close: async () => {
      await session.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}
export type App = Awaited<ReturnType<typeof createApp>>;
