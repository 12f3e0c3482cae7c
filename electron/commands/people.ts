import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ReadCard } from '#shared/domain/cards.ts';
import { spokenFingerprint } from '#shared/domain/people.ts';
import type { App } from '../app.ts';
import { parseOptions, required } from './arguments.ts';
import type { Command, Output } from './command.ts';
import { withVault } from './with-vault.ts';

const groups = (fingerprint: string) => spokenFingerprint(fingerprint).join(' ');

/** `card --vault DIR --out FILE`: this vault's own card, to give to others. */
export const cardCommand: Command = async (args, out) => {
  const { value } = parseOptions(args, { vault: 'string', out: 'string' });
  const folder = required(value('vault'), 'vault');
  const file = resolve(required(value('out'), 'out'));
  return withVault(folder, async ({ services }) => {
    const { text, card, fingerprint } = await services.people.myCard(undefined);
    await writeFile(file, `${text}\n`);
    out.note(`Wrote ${file}, the card of ${card.name}. Fingerprint: ${groups(fingerprint)}`);
    return 0;
  });
};

/** Says why a card is not simply kept; undefined where it is. */
function objection({ standing, known, alike, fingerprint }: ReadCard): string | undefined {
  if (standing === 'own') return 'That is this vault’s own card.';
  if (standing === 'changed-key')
    return `${known?.name} is known here with another key (${groups(known?.fingerprint ?? '')}), not the one on this card (${groups(fingerprint)}). Compare them in the app before you replace it.`;
  if (alike.length > 0)
    return `Somebody of that name or GMC number is known here already, with another key. Compare them in the app.`;
  return undefined;
}

async function add({ services }: App, file: string, out: Output): Promise<number> {
  const text = (await readFile(file, 'utf8')).trim();
  const read = await services.people.readCard({ text });
  const refused = objection(read);
  if (refused !== undefined) {
    out.fault(refused);
    return 1;
  }
  const note = read.known?.note ?? '';
  const person = await services.people.add({ text, confirmed: 'not-yet', note, replaces: null });
  out.line(`${person.id}  ${person.name}  ${person.confirmed}`);
  out.note(`Compare by voice before you rely on it: ${groups(person.fingerprint)}`);
  return 0;
}

/** `people --vault DIR [--add FILE]`: the directory, or a card added to it. Nobody is confirmed from here. */
export const peopleCommand: Command = async (args, out) => {
  const { value } = parseOptions(args, { vault: 'string', add: 'string' });
  const folder = required(value('vault'), 'vault');
  const file = value('add');
  return withVault(folder, async (app) => {
    if (file !== undefined) return add(app, resolve(file), out);
    for (const { id, name, confirmed, fingerprint } of await app.services.people.list(undefined))
      out.line(`${id}  ${name}  ${confirmed}  ${groups(fingerprint)}`);
    return 0;
  });
};
