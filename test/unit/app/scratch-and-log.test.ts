import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEventLog } from '#electron/event-log.ts';
import { newScratchFolder } from '#electron/scratch-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-unit-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the scratch folder', () => {
  it('is new each time, and takes away what a process that is gone left behind', async () => {
    const { pid: gone } = spawnSync(process.execPath, ['--version']);
    for (const name of [
      `waymark-${gone}-aB3dE6`,
      `waymark-${process.ppid}-aB3dE6`,
      'waymark-backup',
      'other',
    ]) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'file'), 'x');
    }
    const made = [await newScratchFolder(folder), await newScratchFolder(folder)];
    expect(new Set(made).size).toBe(2);
    expect((await readdir(folder)).map((name) => join(folder, name)).toSorted()).toEqual(
      [
        ...made,
        ...[`waymark-${process.ppid}-aB3dE6`, 'waymark-backup', 'other'].map((name) => join(folder, name)),
      ].toSorted(),
    );
  });
});

describe('the event log', () => {
  it('keeps a line for each event, in order, in two files of a bounded size', async () => {
    const file = join(folder, 'deep', 'waymark.log');
    const log = createEventLog(file, 400);
    for (let number = 0; number < 20; number += 1) log('failure', { reference: `R${number}` });
    const lines = await vi.waitFor(async () => {
      const found = (await readFile(file, 'utf8')).trim().split('\n');
      expect(found.at(-1)).toContain('"R19"');
      return found;
    });
    const older = (await readFile(`${file}.old`, 'utf8')).trim().split('\n');
    const numbers = [...older, ...lines].map((line) => Number(JSON.parse(line).reference.slice(1)));
    expect(numbers).toEqual(numbers.map((_, at) => 20 - numbers.length + at));
    expect((await readFile(file)).length).toBeLessThanOrEqual(400);
  });
});
