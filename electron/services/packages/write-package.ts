import { createCoverageIndex } from '#shared/domain/coverage/coverage-index.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Audience } from '#shared/domain/packages/audiences.ts';
import type { PackageWritten } from '#shared/domain/packages/preview.ts';
import { countingOf } from '#shared/guidance/counting.ts';
import type { JobTools } from '../jobs.ts';
import { ownCard } from '../own-card.ts';
import type { PackageLock } from '../ports/exchange.ts';
import type { Ports } from '../ports.ts';
import { trySealHeads } from '../seal-heads.ts';
import type { OpenPortfolio, Session } from '../session.ts';
import { type Collected, collect, countsOf } from './collect.ts';
import { indexOf, summaryOf } from './describe.ts';

export type WriteRequest = {
  readonly audience: Audience;
  readonly exclude: readonly Id[];
  /** What an assessor is asked; null for every other audience. */
  readonly request: Id | null;
  readonly lock: PackageLock;
  /** Names of who can open it; empty for a passphrase. */
  readonly recipients: readonly string[];
};

/** The owner's card, and their device's key to seal with. */
async function sealer(ports: Ports, session: Session) {
  const own = await ownCard(ports, session);
  const [leaf] = own.card.certificates;
  const record = [...session.vault().profile.all('signers').values()].find(
    ({ certificates }) => certificates[0] === leaf,
  );
  if (record === undefined) throw failure('VAULT_DAMAGED', { file: 'profile', what: 'signer-missing' });
  return { ...own, signer: await ports.signers.open(record, null) };
}

/** Coverage as the recipient will count it: of what they are given, not of what was held back. */
function coverageOf(ports: Ports, { pack }: OpenPortfolio, { content, selection }: Collected) {
  const ids = new Set(selection.included.map(({ id }) => id));
  const index = createCoverageIndex(pack, countingOf(pack, content.portfolio));
  for (const item of content.evidence) if (ids.has(item.id)) index.apply(undefined, item);
  return index.map(ports.clock.today());
}

const byCollection = ({ revisions, selection }: Collected) =>
  Object.fromEntries(
    [...new Set(selection.included.map(({ collection }) => collection))].map((name) => [
      name,
      revisions.filter(({ collection }) => collection === name),
    ]),
  );

/** The items that go, so that their owner can tell later who was given which. */
const idsOf = ({ included }: Collected['selection']): readonly Id[] =>
  included.filter(({ collection }) => collection === 'evidence').map(({ id }) => id);

const inFileNames = (text: string) =>
  text
    .replaceAll(/[^\p{L}\p{N} ()'-]/gu, '')
    .trim()
    .slice(0, 80);

/**
 * Writes a package into the outbox: what the audience may have, sealed by the owner, encrypted to the recipients.
 * Fails with FILE_TOO_LARGE, NOT_FOUND, CANCELLED.
 */
export async function writePackage(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  { audience, exclude, request, lock, recipients }: WriteRequest,
  { progress, signal }: JobTools,
): Promise<PackageWritten & { readonly items: readonly Id[] }> {
  progress('collecting', 0, 0);
  const { store, pack } = portfolio;
  // What is sent can be held against the record later: a journal cut back since would not have this head.
  await trySealHeads(ports, session.vault(), 'export');
  const journal = store.head();
  const collected = await collect(session, store, { audience, exclude, request });
  const { card, text, signer } = await sealer(ports, session);
  const now = ports.clock.now();
  const madeAt = now.toISOString();
  const packageId = ports.newId();
  const { portfolio: facts } = collected.content;
  const summary = await ports.summaries.render(
    summaryOf(
      { ...collected, files: collected.originals.length },
      pack,
      coverageOf(ports, portfolio, collected),
      {
        audience,
        sender: card.name,
        recipients,
        madeAt,
        packageId,
        version: ports.version,
        sample: facts.sample,
        open: false,
      },
    ),
  );
  const searches = collected.selection.included.filter(({ collection }) => collection === 'searches').length;
  const counts = { ...countsOf(collected.selection), ...(searches === 0 ? {} : { searches }) };
  const bytes = await ports.exchange.pack(
    {
      about: {
        packageId,
        audience,
        sender: {
          profileId: card.profileId,
          name: card.name,
          certificate: ports.cards.certificateHash(card),
          card: ports.hash(text),
        },
        recipients: [...recipients],
        madeAt,
        portfolio: {
          id: facts.id,
          doctor: facts.doctor.name,
          packId: facts.packId,
          packVersion: facts.packVersion,
        },
        journal,
      },
      counts,
      records: byCollection(collected),
      index: indexOf(collected, audience, pack),
      summary,
      originals: collected.originals,
      seal: async (manifest) => ({
        format: 'waymark-package-seal-1',
        signature: await signer.seal(manifest),
        certificates: card.certificates,
        card: text,
      }),
    },
    lock,
    { signal, progress: (done, total) => progress('writing', done, total) },
  );
  const name = `${inFileNames(facts.doctor.name)} for ${audience} ${madeAt.slice(0, 10)}.waymark`;
  const kept = await ports.outbox.keep({
    name,
    mediaType: 'application/octet-stream',
    bytes,
    encrypted: true,
  });
  return {
    outboxId: kept.id,
    name,
    size: kept.size,
    sha256: kept.sha256,
    packageId,
    counts,
    files: collected.originals.length,
    items: idsOf(collected.selection),
  };
}
