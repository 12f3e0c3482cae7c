import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { strengthWords } from '#renderer/text/coverage-words.ts';
import { certaintyWords } from '#renderer/text/guidance-words.ts';
import { judgementWords, panelRoleWords } from '#renderer/text/review-words.ts';
import { leftOutReasons } from '#shared/domain/packages/audiences.ts';
import { reportFolders } from '#test/support/report-samples.ts';

const words = await readFile(join(reportFolders.templateFolder, 'words.typ'), 'utf8');

test('a panel signs the words it chose from on screen', () => {
  const chosen = [
    ...Object.entries(judgementWords).flatMap(([code, { title, meaning }]) => [
      [code, title],
      [code, meaning],
    ]),
    ...Object.entries(panelRoleWords),
    ...Object.entries(strengthWords).map(([code, { title }]) => [code, title]),
    ...Object.entries(certaintyWords).map(([code, { title }]) => [code, title]),
  ];
  expect(chosen.filter(([code, word]) => !words.includes(`"${code}": "${word}"`))).toEqual([]);
});

test('the page that goes with a package has words for whatever was left out of it', async () => {
  const page = await readFile(join(reportFolders.templateFolder, 'package-summary.typ'), 'utf8');
  expect(leftOutReasons.filter((why) => !page.includes(`  "${why}": "`))).toEqual([]);
});
