import type { Services } from '#shared/contract/services.ts';
import { failure, isFailure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { ownIdentity } from './own-identity.ts';
import { collect, contentsOf, refuseUnlessAsked } from './packages/collect.ts';
import { aboutOf } from './packages/judge-sender.ts';
import { mergePackage } from './packages/merge-package.ts';
import { noteKept, noteMade } from './packages/note-travel.ts';
import { type CheckedPackage, checkPackage, keysOf } from './packages/open-package.ts';
import { writePackage } from './packages/write-package.ts';
import { refuseWeak } from './passphrase.ts';
import type { PackageLock, RandomBytes } from './ports/exchange.ts';
import type { Ports } from './ports.ts';
import { portfolioOf, type Session } from './session.ts';
import { breathe } from './slices.ts';

type WriteInput = Parameters<Services['packages']['write']>[0];

/** A package somebody may merge, and the upload its bytes are in. */
type Waiting = { readonly checked: CheckedPackage; readonly uploadId: Id };

/** Fails with INVALID, NOT_FOUND and WEAK_PASSPHRASE. */
async function lockFor(
  ports: Ports,
  session: Session,
  { recipients, toMyself, passphrase }: WriteInput,
): Promise<{ readonly lock: PackageLock; readonly names: readonly string[] }> {
  const vault = session.vault();
  const forPeople = recipients.length > 0 || toMyself;
  if (forPeople === (passphrase !== null))
    throw failure('INVALID', { issues: [{ path: ['recipients'], code: 'recipients' }] });
  if (passphrase !== null) {
    refuseWeak(passphrase);
    return { lock: { passphrase }, names: [] };
  }
  const people = recipients.map((id) => {
    const person = vault.profile.get('people', id);
    if (person === undefined) throw failure('NOT_FOUND', { what: 'person' });
    return person;
  });
  const own = toMyself ? [{ name: session.profile()?.name ?? '', ...(await ownIdentity(ports, vault)) }] : [];
  const all = [...people, ...own];
  return {
    lock: { recipients: [...new Set(all.map(({ recipient }) => recipient))] },
    names: all.map(({ name }) => name),
  };
}

/** Packages out and in. */
export function createPackagesService(ports: Ports, session: Session): Services['packages'] {
  const waiting = new Map<Id, Waiting>();
  // What a package held must not outlive the vault it was opened in.
  session.whenClosed(() => waiting.clear());

  const uploaded = async (id: Id): Promise<RandomBytes> => {
    session.vault();
    const upload = await ports.uploads.take(id);
    if (upload === undefined) throw failure('NOT_FOUND', { what: 'upload' });
    return upload;
  };
  const openedBefore = (id: Id): Waiting => {
    session.vault();
    const found = waiting.get(id);
    if (found === undefined) throw failure('NOT_FOUND', { what: 'upload' });
    return found;
  };
  const forget = async (id: Id) => {
    const found = waiting.get(id);
    waiting.delete(id);
    if (found === undefined) return;
    await found.checked.staged?.drop();
    await ports.uploads.drop(found.uploadId);
  };

  return {
    contents: async ({ portfolioId, ...asked }) => {
      const { store } = await session.portfolio(portfolioId);
      const contents = contentsOf(asked.audience, await collect(session, store, asked));
      await breathe();
      return contents;
    },
    write: async (input) => {
      const portfolio = await session.portfolio(input.portfolioId);
      const { lock, names } = await lockFor(ports, session, input);
      const { audience, exclude, request = null } = input;
      refuseUnlessAsked(portfolio.store, input);
      const jobId = session.jobs.start('package.write', async (tools) => {
        const wanted = { audience, exclude, request, lock, recipients: names };
        const { items, ...written } = await writePackage(ports, session, portfolio, wanted, tools);
        const about = { audience, people: names, items, ...(request === null ? {} : { request }) };
        await noteMade(ports, session, portfolioOf(portfolio.store), about, written);
        return written;
      });
      return { jobId };
    },
    peek: async ({ uploadId, passphrase }) => {
      const source = await uploaded(uploadId);
      const lock = await ports.exchange.lockKind(source);
      if (lock === 'passphrase' && passphrase === null) return { lock, about: null };
      const opened = await ports.exchange.open(source, keysOf(session, passphrase));
      return { lock, about: aboutOf(ports, session, opened) };
    },
    open: async ({ uploadId, passphrase }) => {
      const source = await uploaded(uploadId);
      const jobId = session.jobs.start('package.open', async (tools) => {
        try {
          const keys = keysOf(session, passphrase);
          const checked = await checkPackage(ports, session, source, keys, tools);
          const openId = ports.newId();
          waiting.set(openId, { checked, uploadId });
          return { openId, ...checked.preview };
        } catch (thrown) {
          // A file that is no good will be no better; one that wants another passphrase or a card is kept.
          const hopeless = isFailure(thrown) && thrown.failure.startsWith('PACKAGE_');
          if (hopeless) await ports.uploads.drop(uploadId);
          throw thrown;
        }
      });
      return { jobId };
    },
    merge: async ({ openId }) => {
      const { checked, uploadId } = openedBefore(openId);
      // Once at a time; what went wrong can be tried again.
      waiting.delete(openId);
      const jobId = session.jobs.start('package.merge', async (tools) => {
        try {
          const merged = await mergePackage(ports, session, checked, tools);
          await noteKept(ports, session, checked.opened, merged);
          await checked.staged?.drop();
          await ports.uploads.drop(uploadId);
          return merged;
        } catch (thrown) {
          if (session.current() !== undefined) waiting.set(openId, { checked, uploadId });
          throw thrown;
        }
      });
      return { jobId };
    },
    discard: async ({ openId }) => {
      openedBefore(openId);
      await forget(openId);
      return {};
    },
  };
}
