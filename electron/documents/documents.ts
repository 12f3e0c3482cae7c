import type { PageText } from '#shared/domain/documents/text.ts';
import { documentLimits } from '#shared/domain/documents/text.ts';
import { failure } from '#shared/domain/failure.ts';
import type { FailureCode, FailureData } from '#shared/domain/failure-codes.ts';
import type { DocumentFile, Documents, FollowOptions } from '../services/ports/documents.ts';
import { createLane } from './lane.ts';
import type { Answer, DocumentData, Order, Task } from './tasks.ts';

export type DocumentsOptions = {
  readonly worker: string;
  readonly data: DocumentData;
  /** Milliseconds for reading the words of one file, a minute unless given; looking for what is hidden, and each page that is redacted, may take twenty times as long. */
  readonly timeLimit?: number;
};

const minute = 60_000;

function answered(answer: Answer): Exclude<Answer, { failed: unknown }> {
  if (!('failed' in answer)) return answer;
  // Its own codes, through our own thread: what it says is what the table declares.
  throw failure(answer.failed.code as FailureCode, answer.failed.data as FailureData[FailureCode]);
}

/** A copy where the memory is shared with others: it is given to another thread, and must be whole. */
function givenAway(file: DocumentFile): DocumentFile {
  if (file.bytes.length > documentLimits.bytes) throw failure('FILE_MALFORMED', { why: 'too-large' });
  return file.bytes.byteLength === file.bytes.buffer.byteLength
    ? file
    : { ...file, bytes: file.bytes.slice() };
}

/**
 * Reads, draws and redacts files in threads beside the one that serves the screen: one for what somebody waits for, one
 * for what takes long (redacting, and looking for what is hidden), behind which no page has to wait to be shown, and one
 * for work in the background.
 */
export function createDocuments({ worker, data, timeLimit = minute }: DocumentsOptions): Documents {
  const takesLong = (task: Task) =>
    task.kind === 'redact' || task.kind === 'check' || (task.kind === 'read' && task.depth === 'all');
  const limitOf = ({ task }: Order) => (takesLong(task) ? timeLimit * 20 : timeLimit);
  const lane = () => createLane({ worker, data, timeLimit: limitOf });
  const lanes = { front: lane(), slow: lane(), background: lane() };

  const ask = (
    file: DocumentFile,
    task: Task,
    signal: AbortSignal | undefined,
    each: (answer: Answer) => void = () => undefined,
    background = false,
  ) => {
    const chosen = background ? lanes.background : takesLong(task) ? lanes.slow : lanes.front;
    return chosen.run({ file: givenAway(file), task }, each, signal).then(answered);
  };
  const telling = (progress: FollowOptions['progress']) => (answer: Answer) => {
    if ('progress' in answer) progress?.(answer.progress.done, answer.progress.total);
  };
  const strange = () => new Error('the thread answered something else');

  return {
    read: async (file, { signal, depth = 'all', pages: wanted, background, progress } = {}) => {
      const pages: PageText[] = [];
      const collect = (answer: Answer) => {
        if (!('page' in answer)) return;
        pages.push(answer.page);
        progress?.(pages.length, answer.of);
      };
      const answer = await ask(file, { kind: 'read', depth, pages: wanted }, signal, collect, background);
      if (!('read' in answer)) throw strange();
      return { ...answer.read, pages };
    },
    check: async (file, asked, { signal, background, progress } = {}) => {
      const answer = await ask(file, { kind: 'check', asked }, signal, telling(progress), background);
      if (!('checked' in answer)) throw strange();
      return answer.checked;
    },
    render: async (file, page, width, signal) => {
      const answer = await ask(file, { kind: 'render', page, width }, signal);
      if (!('picture' in answer)) throw strange();
      return answer.picture;
    },
    redact: async (file, areas, { signal, progress } = {}) => {
      const answer = await ask(file, { kind: 'redact', areas }, signal, telling(progress));
      if (!('redacted' in answer)) throw strange();
      return answer.redacted;
    },
    close: async () => {
      await Promise.all(Object.values(lanes).map((each) => each.close()));
    },
  };
}
