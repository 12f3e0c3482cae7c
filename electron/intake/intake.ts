import { Worker } from 'node:worker_threads';
import { failure } from '#shared/domain/failure.ts';
import type { FailureData } from '#shared/domain/failure-codes.ts';
import { intakeLimits } from '#shared/domain/intake/table.ts';
import type { Intake } from '../services/ports/intake.ts';
import { refused } from './refused.ts';
import type { Answer, Result, Task } from './tasks.ts';

const heapLimit = 768; // MiB of JavaScript's own memory

/** Runs one task in a thread of its own, which ends with it, with its time, or with its memory. */
function run<T extends Task>(program: string, task: T): Promise<Result<T['kind']>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      workerData: task,
      transferList: task.bytes.buffer instanceof ArrayBuffer ? [task.bytes.buffer] : [],
      // Libraries complain aloud about files: nobody may read that.
      stdout: true,
      stderr: true,
      env: {},
      // Not what the process itself was started with.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapLimit },
    });
    const settle = (act: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate().then(act, act);
    };
    const timer = setTimeout(() => settle(() => reject(refused('too-slow'))), intakeLimits.time);
    worker.on('message', (answer: Answer) =>
      settle(() => {
        if ('done' in answer) resolve(answer.done as Result<T['kind']>);
        else reject(failure('IMPORT_REFUSED', answer.failed.data as FailureData['IMPORT_REFUSED']));
      }),
    );
    // Out of memory, or a fault deep in a library: the file's doing, not ours.
    worker.on('error', () => settle(() => reject(refused('too-large'))));
    worker.on('exit', () => settle(() => reject(refused('too-large'))));
  });
}

/** @param worker the built program of the thread. */
export function createIntake({ worker }: { readonly worker: string }): Intake {
  const within = (size: number, limit: number) => {
    if (size > limit) throw failure('FILE_TOO_LARGE', { size, limit });
  };
  return {
    table: async ({ bytes, name }, sheet) => {
      within(bytes.length, intakeLimits.listBytes);
      return run(worker, { kind: 'table', bytes, name, sheet });
    },
    references: async ({ bytes }) => {
      within(bytes.length, intakeLimits.listBytes);
      return run(worker, { kind: 'references', bytes });
    },
    mail: async ({ bytes }) => {
      within(bytes.length, intakeLimits.mailBytes);
      return run(worker, { kind: 'mail', bytes });
    },
  };
}
