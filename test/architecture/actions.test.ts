import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doneWords } from '#renderer/text/history-words.ts';
import { bulkChangeSchema } from '#shared/domain/evidence-list/bulk-change.ts';
import { stepKinds } from '#shared/domain/review-process/step.ts';
import { root, sourceFiles } from './imports.ts';

/**
 * Names of the form `area.verb` in the services are actions of journal lines, or of jobs and backups. These areas are
 * never written to a portfolio's journal, whose lines are what people read as history and undo.
 */
const elsewhere =
  /^(profile|settings|outcomes|recovery|people|signer|identity|identifiers|package|panel|move|opportunity)\.|^vault\.create$/;
const fileName = /\.(json|pdf|csv|txt|log)$/;

const services = sourceFiles('electron/services').map((file) => readFileSync(join(root, file), 'utf8'));
const literals = services.flatMap((source) =>
  [...source.matchAll(/'([a-z]+\.[a-z]+(?:-[a-z]+)*)'/g)].map(([, action = '']) => action),
);
/** Actions whose name is put together: what they can come to is listed here, and no other may be. */
const templates: Readonly<Record<string, readonly string[]>> = {
  '`evidence.${change.kind}`': bulkChangeSchema.options.map(({ shape }) => `evidence.${shape.kind.value}`),
  '`review.${step.kind}`': stepKinds.map((kind) => `review.${kind}`),
  '`${actionRoom[collection]}.restore-version`': [
    'evidence',
    'review',
    'portfolio',
    'search',
    'submission',
    'recommendation',
    'verifier',
    'referee',
    'post',
    'cv',
    'meeting',
    'action',
    'request',
    'report',
    'sheet',
  ].map((area) => `${area}.restore-version`),
};
const actions = [...new Set([...literals, ...Object.values(templates).flat()])].filter(
  (action) => !elsewhere.test(action) && !fileName.test(action),
);

const unknown = doneWords({ action: 'nobody.knows', count: 2, title: null });

describe('what the history says', () => {
  it('finds the actions it is about', () => {
    expect(actions).toEqual(expect.arrayContaining(['evidence.create', 'evidence.move-in', 'vault.salvage']));
  });

  it.each(actions)('has words for %s', (action) => {
    expect(doneWords({ action, count: 2, title: null })).not.toBe(unknown);
  });

  it('knows every action whose name is put together', () => {
    const written = services.flatMap((source) =>
      [...source.matchAll(/(?:commit|merge|save)\(\s*(?:portfolio,\s*)?(`[^`]*`)/g)].map(
        ([, text = '']) => text,
      ),
    );
    expect([...new Set(written)].sort()).toEqual(Object.keys(templates).sort());
  });
});
