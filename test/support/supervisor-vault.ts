import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { createApp } from '#electron/app.ts';
import type { AppClient } from '#electron/host/router-client.ts';
import type { EvidenceInput } from '#shared/domain/evidence.ts';
import { testItem, testPassphrase, testPortfolio, upload } from './app-under-test.ts';
import { testFolders } from './renderer-folder.ts';

export const supervisedDoctor = 'Dr Ama Owusu (invented)';
export const supervisorName = 'Dr Sue Visor (invented)';
/** Says something only the file says, for selecting it. */
export const letterWords = 'She led the arrest team calmly and thanked everybody by name.';

const titles = [
  'Sepsis audit on the acute take',
  'Arrest team, feedback letter',
  'Handover teaching for foundation doctors',
  'Mini-CEX: breathlessness',
  'Advanced life support',
];

/**
 * Makes the vault of a supervisor with one doctor's portfolio in which `count` items wait, the second of them with a file,
 * then closes it.
 * @param own whether the owner is that doctor instead: for reviewing in person
 */
export async function makeSupervisorVault(vaultFolder: string, count: number, own = false): Promise<void> {
  const app = await createApp({
    vaultFolder,
    host: 'browser',
    folders: await testFolders(join(vaultFolder, '..')),
  });
  const send = (path: string, init?: RequestInit) =>
    app.door(new Request(`http://waymark.invalid${path}`, init));
  const client: AppClient = createORPCClient(
    new RPCLink({ url: 'http://waymark.invalid/rpc', fetch: (request) => app.door(request) }),
  );
  const doctor = { name: supervisedDoctor, gmcNumber: '0000007' };
  await client.app.createVault({
    passphrase: testPassphrase,
    profile: own
      ? { ...doctor, roles: ['doctor'] }
      : { name: supervisorName, gmcNumber: '0000008', roles: ['supervisor'] },
  });
  const { id: portfolioId } = await client.portfolios.create({ ...testPortfolio, doctor });
  const uploadId = await upload(
    { send },
    Buffer.from(`Dear Ama,\n\n${letterWords}\n\nYours, Dr A (invented)\n`),
  );
  const letter = await client.files.keep({ portfolioId, uploadId, name: 'Letter of thanks.txt' });
  for (let at = 0; at < count; at += 1) {
    const item: EvidenceInput = {
      ...testItem,
      title: `${titles[at % titles.length]} (${at + 1})`,
      startedOn: `2026-01-${String((at % 28) + 1).padStart(2, '0')}`,
      reflection: 'I learnt to say early what I need, and to ask the nurses what they see (invented).',
      links: [
        { capability: 'IM1', pages: '', note: 'Prioritising on the take' },
        { capability: 'IM7', pages: '', note: '' },
      ],
      attachments: at === 1 ? [letter] : [],
    };
    await client.evidence.create({ portfolioId, item });
  }
  await app.close();
}
