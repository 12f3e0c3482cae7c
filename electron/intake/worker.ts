import { parentPort, workerData } from 'node:worker_threads';
import { isFailure } from '#shared/domain/failure.ts';
import { readCsv } from './csv.ts';
import { readMail } from './mail.ts';
import { readReferences } from './references.ts';
import { refused } from './refused.ts';
import type { Answer, Result, Task } from './tasks.ts';
import { readXlsx } from './xlsx.ts';

/**
 * The thread that reads one file full of evidence and ends with it. It has no way to the network and no environment, and
 * runs nothing that is in the file.
 */
const withoutNetwork = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
for (const name of withoutNetwork) Reflect.deleteProperty(globalThis, name);

const isArchive = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isOle = (bytes: Uint8Array) => bytes[0] === 0xd0 && bytes[1] === 0xcf;

async function perform(task: Task): Promise<Result<Task['kind']>> {
  switch (task.kind) {
    case 'table':
      return isArchive(task.bytes) || isOle(task.bytes) || /\.xlsx$/i.test(task.name)
        ? readXlsx(task.bytes, task.sheet)
        : readCsv(task.bytes);
    case 'references':
      return readReferences(task.bytes);
    case 'mail':
      return readMail(task.bytes);
  }
}

const tell = (answer: Answer) => parentPort?.postMessage(answer);
perform(workerData as Task).then(
  (done) => tell({ done }),
  (thrown: unknown) => {
    const known = isFailure(thrown) ? thrown : refused('not-readable');
    tell({ failed: { code: known.failure, data: known.data } });
  },
);
