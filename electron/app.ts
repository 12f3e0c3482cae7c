import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Services } from '#shared/contract/services.ts';
import { authorField } from '#shared/domain/supervision/report-model.ts';
import packageJson from '../package.json' with { type: 'json' };
import { createDocuments } from './documents/documents.ts';
import { createExchange } from './exchange/exchange.ts';
import { createOpenFiles } from './exchange/open-files.ts';
import { createDoor } from './host/door.ts';
import type { FailureLog } from './host/failure-log.ts';
import { createRouter } from './host/router.ts';
import { createStatics } from './host/statics.ts';
import { createIntake } from './intake/intake.ts';
import { createBindery, type Press } from './reports/bind/bindery.ts';
import { createCalendars } from './reports/calendar/calendars.ts';
import { buildReportModel } from './reports/model.ts';
import { createRecoveryPages } from './reports/recovery-page.ts';
import { buildSupervisorReport } from './reports/supervision/model.ts';
import { type ResourceFolders, resourceFolders } from './resource-folders.ts';
import { newScratchFolder } from './scratch-folder.ts';
import { type AutoLock, createAutoLock } from './services/auto-lock.ts';
import { createVaultKeeping } from './services/daily-backup.ts';
import { backupVault } from './services/make-backup.ts';
import type { Keychain } from './services/ports/keychain.ts';
import type { SupervisorReportMaker } from './services/ports/supervisor-reports.ts';
import type { Clock, OpenVault, Ports, ReportMaker } from './services/ports.ts';
import { createServices } from './services/services.ts';
import { createSession, type Session } from './services/session.ts';
import { panelRoleTitles } from './services/signing-words.ts';
import { createBackupPlaces } from './storage/backups/places.ts';
import { type Files, nodeFiles } from './storage/files.ts';
import { createMediaTypes } from './storage/media-types.ts';
import { noKeychain } from './storage/no-keychain.ts';
import { createOutbox } from './storage/outbox.ts';
import { createUploads } from './storage/uploads.ts';
import { createVaults } from './storage/vaults.ts';
import { createCards } from './trust/cards.ts';
import { addSignatureFields } from './trust/signature-fields.ts';
import { createSigners } from './trust/signers.ts';
import { askTimestamp } from './trust/timestamp-client.ts';
import { createPdfVerifier } from './trust/verifier.ts';

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

export const systemClock: Clock = {
  now: () => new Date(),
  // The doctor's own calendar day, not UTC's: an item dated today must not be "in the future" after midnight.
  today: () => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  },
};

/** Layout (reports room), then empty signature fields (trust room): the two rooms meet only here. */
function createReportMaker({ layOut }: Press): ReportMaker {
  return {
    build: (input) => buildReportModel(input, hash),
    render: async (model, signers, logo) => {
      const { pdf, fields } = await layOut(model, signers, logo);
      const byName = new Map(signers.map((signer) => [signer.fieldName, signer]));
      return addSignatureFields(
        pdf,
        fields.map((place) => {
          const { signer = '', role } = byName.get(place.fieldName) ?? {};
          return { ...place, signer, role: role === undefined ? '' : panelRoleTitles[role] };
        }),
      );
    },
  };
}

/** As the progress report's, with one place: its author's. */
function createSupervisorReportMaker({ layOutSupervisorReport }: Press): SupervisorReportMaker {
  return {
    build: (paper) => buildSupervisorReport(paper, hash),
    render: async (model) => {
      const signer = { fieldName: authorField, signer: model.signing.signer, role: 'supervisor' } as const;
      const { pdf, fields } = await layOutSupervisorReport(model, [signer]);
      const role = model.author.role === '' ? panelRoleTitles.supervisor : model.author.role;
      return addSignatureFields(
        pdf,
        fields.map((place) => ({ ...place, signer: signer.signer, role })),
      );
    },
  };
}

const noLog = () => undefined;

/** By the clock on the wall, so that a laptop that slept past its time locks when it wakes. Keeps no process alive. */
function watchEverySecond(autoLock: AutoLock, log: Ports['log']): NodeJS.Timeout {
  const check = () => {
    autoLock.check().catch(() => log('auto-lock-failed', {}));
  };
  return setInterval(check, 1000).unref();
}

export type AppOptions = {
  readonly vaultFolder: string;
  readonly host: Ports['host'];
  readonly log?: Ports['log'];
  readonly clock?: Clock;
  /** The computer's own; none unless the host has one. */
  readonly keychain?: Keychain;
  /**
   * For hosts with a page: locks when nobody uses it, after the owner's own minutes or those given here. Commands, which
   * have no page that could say that somebody is there, leave it out.
   */
  readonly autoLock?: { readonly minutes?: number };
  /** The disk, for all that is kept; the machine's own unless given. */
  readonly files?: Files;
  /** Where backups go unless somebody chooses another folder; beside the vault unless given. */
  readonly backupRoot?: string;
  /** Whether a backup is made by itself once a day. */
  readonly automaticBackups?: boolean;
  /** Whether the words of attached files are read by themselves, in the background. */
  readonly readFiles?: boolean;
  /** Where the build put fonts, templates and the renderer; found beside the program unless given. */
  readonly folders?: ResourceFolders;
};

/** Everything Waymark is, without a window or a socket: both entries and all tests use it. */
export async function createApp(options: AppOptions) {
  const { vaultFolder, host, log = noLog, clock = systemClock, folders = resourceFolders() } = options;
  const { files = nodeFiles, keychain = noKeychain } = options;
  const {
    backupRoot = join(dirname(vaultFolder), 'backups'),
    automaticBackups = false,
    readFiles = false,
  } = options;
  const newId = () => randomUUID();
  const scratch = await newScratchFolder();
  const uploads = await createUploads({ folder: join(scratch, 'uploads'), newId, files });
  const outbox = createOutbox({ folder: join(scratch, 'outbox'), newId, files });
  const beforeUpgrade = async (vault: OpenVault) => {
    await backupVault(ports, vault, 'before-migration');
  };
  const press = createBindery({
    worker: folders.reportWorker,
    folders: { fontFolder: folders.fonts, templateFolder: folders.templates },
  });
  const ports: Ports = {
    clock,
    newId,
    hash,
    version: packageJson.version,
    host,
    vaultFolder,
    vaults: createVaults({ clock, newId, log, host, files, keychain, beforeUpgrade }),
    signers: createSigners(),
    cards: createCards(),
    verifier: createPdfVerifier(),
    timestamps: { ask: askTimestamp },
    reports: createReportMaker(press),
    supervisorReports: createSupervisorReportMaker(press),
    summaries: press.summaries,
    uploads,
    outbox,
    openFiles: createOpenFiles(),
    exchange: createExchange(),
    intake: createIntake({ worker: folders.intakeWorker }),
    backups: createBackupPlaces(files, backupRoot),
    mediaTypes: createMediaTypes(),
    keychain,
    recoveryPages: createRecoveryPages({ fontFolder: folders.fonts, templateFolder: folders.templates }),
    bindery: press,
    calendars: createCalendars(),
    documents: createDocuments({
      worker: folders.documentWorker,
      data: { pdf: folders.pdfData, codes: folders.codesProgram },
    }),
    temporaryFolder: async () => {
      const folder = await mkdtemp(join(scratch, 'sample-'));
      return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
    },
    log,
  };
  const keeping = createVaultKeeping(ports, automaticBackups);
  const session: Session = createSession(ports, () => keeping, readFiles);
  const autoLock = createAutoLock(clock, session, options.autoLock?.minutes, () =>
    services.app.lock(undefined),
  );
  const services: Services = createServices(ports, session, autoLock);
  const watch = options.autoLock === undefined ? undefined : watchEverySecond(autoLock, log);
  const failureLog: FailureLog = (entry) => log('failure', entry);
  const door = createDoor({
    router: createRouter(services, failureLog),
    statics: await createStatics(folders.renderer),
    uploads,
    blobs: {
      read: async (portfolioId, hash) => (await session.portfolio(portfolioId)).store.blobs.read(hash),
    },
    outgoing: outbox,
    failureLog,
  });
  return {
    door,
    ports,
    session,
    services,
    autoLock,
    lock: async () => {
      await services.app.lock(undefined);
    },
    close: async () => {
      clearInterval(watch);
      await session.close();
      await Promise.all([ports.documents.close(), press.close()]);
      await Promise.all([uploads.dropAll(), outbox.dropAll()]);
      await rm(scratch, { recursive: true, force: true });
    },
  };
}
export type App = Awaited<ReturnType<typeof createApp>>;
