import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { createApp } from '#electron/app.ts';
import { furnishVault } from '#electron/services/furnish-vault.ts';
import { newPortfolio } from '#electron/services/portfolios.ts';
import { once } from '#electron/services/read-pdf.ts';
import { sampleEvidence } from '#electron/services/sample/sample-evidence.ts';
import { sampleItem } from '#electron/services/sample/sample-items.ts';
import { samplePortfolio } from '#electron/services/sample/sample-people.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { PanelMember } from '#shared/domain/review.ts';
import { handedInNow, reviewToday, threeMembers } from './panel-reviews.ts';
import { testFolders } from './renderer-folder.ts';

export const panelVaultPassphrase = 'a panel test passphrase';
const batch = 200;
const pagesOfFile = 4;

async function pdfOf(title: string): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pagesOfFile; page += 1)
    pdf.addPage([595, 842]).drawText(`${title}, page ${page} (invented)`, { x: 60, y: 760, size: 16, font });
  return new Uint8Array(await pdf.save());
}

function items(count: number, today: string): readonly EvidenceItem[] {
  return Array.from({ length: count }, (_, index) => {
    const line = sampleEvidence[index % sampleEvidence.length];
    if (line === undefined) throw new Error('the sample is empty');
    const item = sampleItem(line, today, crypto.randomUUID(), []);
    return { ...item, endedOn: null, title: `${item.title} (${index + 1})` };
  });
}

export type PanelDoctor = { readonly name: string; readonly items: number };
export type PanelVault = {
  readonly members: readonly PanelMember[];
  readonly reviews: readonly { readonly portfolioId: string; readonly id: string; readonly doctor: string }[];
};

/** A vault of a panel's own with a review of today for each doctor, open to three members. Every capability has a PDF. */
export async function makePanelVault(
  vaultFolder: string,
  doctors: readonly PanelDoctor[],
): Promise<PanelVault> {
  const app = await createApp({
    vaultFolder,
    host: 'browser',
    folders: await testFolders(join(vaultFolder, '..')),
  });
  const { ports } = app;
  const today = ports.clock.today();
  const owner = ports.newId();
  const vault = await ports.vaults.create(vaultFolder, panelVaultPassphrase, owner);
  const office = { name: 'Programme office (invented)', roles: ['panel'], gmcNumber: null } as const;
  await furnishVault(ports, vault, owner, office, false);
  const members = threeMembers();
  const reviews: { portfolioId: string; id: string; doctor: string }[] = [];
  for (const doctor of doctors) {
    const facts = samplePortfolio(`${Number(today.slice(0, 4)) + 1}-12-31`);
    const named = { ...facts, doctor: { name: doctor.name, gmcNumber: null } };
    const made = await newPortfolio(ports, vault, named, false);
    const { store } = made;
    const kept = await store.blobs.put(once(await pdfOf(doctor.name)));
    const file = { ...kept, name: 'Certificate.pdf', mediaType: 'application/pdf' };
    const attachment = { hash: file.hash, name: file.name, mediaType: file.mediaType, size: file.size };
    const all = items(doctor.items, today).map((item) => ({ ...item, attachments: [attachment] }));
    for (let from = 0; from < all.length; from += batch)
      await store.commit(
        'bench.fill',
        all.slice(from, from + batch).map((item) => ({ collection: 'evidence', id: item.id, value: item })),
      );
    const review = reviewToday(today, members);
    await store.commit('review.schedule', [{ collection: 'reviews', id: review.id, value: review }]);
    await handedInNow(store, review.id, today);
    const [portfolio] = store.all('portfolio').values();
    reviews.push({ portfolioId: portfolio?.id ?? '', id: review.id, doctor: doctor.name });
  }
  await vault.close();
  await app.close();
  return { members, reviews };
}
