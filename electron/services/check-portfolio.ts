import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { reportModelSchema } from '#shared/domain/report-model.ts';
import type { Review } from '#shared/domain/review.ts';
import { saysWhatItsReportSays } from '#shared/domain/review-report.ts';
import { type Finding, fault, note } from '#shared/domain/vault-check.ts';
import type { SealRecord } from '#shared/domain/vault-records.ts';
import { guidancePacks, packFor } from '#shared/guidance/packs.ts';
import { checkReferences } from './check-references.ts';
import type { PortfolioReading } from './ports/reading.ts';
import type { Ports } from './ports.ts';
import { faultOfReport } from './report-seal.ts';
import { isSealOfItsStatement } from './seal-validity.ts';

type Needs = Pick<Ports, 'signers' | 'hash'>;

const inAnyPack: ReadonlySet<string> = new Set(
  guidancePacks.flatMap(({ capabilities }) => capabilities.map(({ code }) => code)),
);

function checkEvidence(store: string, portfolio: PortfolioReading, named: Set<Sha256>): readonly Finding[] {
  const [about] = portfolio.all('portfolio').values();
  const pack = about === undefined ? undefined : packFor(about);
  const known = new Set(pack?.capabilities.map(({ code }) => code));
  const former = new Set(about?.former?.map(({ code }) => code));
  return [...portfolio.all('evidence').values()].flatMap((item) => {
    const place = `${store}#${item.id}`;
    for (const { hash, redacted } of item.attachments)
      for (const kept of redacted === undefined ? [hash] : [hash, redacted.hash]) named.add(kept);
    return [
      // Of a file with a redacted copy, others are only ever sent the copy.
      ...item.attachments
        .map(({ hash, redacted }) => redacted?.hash ?? hash)
        .filter((hash) => !portfolio.attachments.has(hash))
        .map((hash) => fault('attachment-missing', place, hash)),
      // A pack this Waymark does not have is no fault of the links.
      ...(pack === undefined ? [] : item.links)
        .filter(({ capability }) => !known.has(capability))
        // An item that was moved here, or was here under earlier guidance, keeps the links of that guidance.
        .map(({ capability }) =>
          (former.has(capability) || inAnyPack.has(capability) ? note : fault)(
            'capability-unknown',
            place,
            capability,
          ),
        ),
    ];
  });
}

function checkSignOffs(store: string, portfolio: PortfolioReading, named: Set<Sha256>): readonly Finding[] {
  return [...portfolio.all('reviews').values()].flatMap(({ id, signOff, paper }) => {
    const scan = paper?.scan?.hash;
    if (scan !== undefined) named.add(scan);
    const lost =
      scan === undefined || portfolio.attachments.has(scan)
        ? []
        : [fault('attachment-missing', `${store}#${id}`, scan)];
    if (signOff === null) return lost;
    const files = [signOff.report, signOff.model];
    for (const hash of files) named.add(hash);
    for (const { report, before } of signOff.signatures ?? []) named.add(report).add(before);
    return [
      ...lost,
      ...files
        .filter((hash) => !portfolio.attachments.has(hash))
        .map((hash) => fault('sealed-file-missing', `${store}#${id}`, hash)),
    ];
  });
}

/** A sealed supervisor's report names its files and has the seal of its author over what it says. */
function checkReports(
  ports: Needs,
  store: string,
  portfolio: PortfolioReading,
  named: Set<Sha256>,
): readonly Finding[] {
  const seals = [...portfolio.all('seals').values()];
  return [...portfolio.all('supervisorReports').values()].flatMap((report) => {
    const { id, sealed } = report;
    const place = `${store}#${id}`;
    const files = sealed === null ? [] : [sealed.pdf, sealed.model];
    for (const hash of files) named.add(hash);
    return [
      ...files
        .filter((hash) => !portfolio.attachments.has(hash))
        .map((hash) => fault('sealed-file-missing', place, hash)),
      ...(faultOfReport(ports, report, seals) === undefined ? [] : [fault('seal-broken', place)]),
    ];
  });
}

/** What a seal says it is over: the model of the review's report, which is kept as a file. Undefined when it is not here. */
async function sealedText(portfolio: PortfolioReading, seal: SealRecord): Promise<string | undefined> {
  const signOff = portfolio.all('reviews').get(seal.subjectId)?.signOff;
  if (signOff == null || !portfolio.attachments.has(signOff.model)) return undefined;
  return new TextDecoder().decode(await portfolio.bytesOf(signOff.model));
}

/** Whether the record says what was signed. The data of a later Waymark, which this one cannot read, is not held against it. */
function saysTheSame(review: Review, model: unknown): boolean {
  const read = reportModelSchema.safeParse(model);
  return !read.success || saysWhatItsReportSays(review, read.data);
}

async function checkSeal(
  { signers, hash }: Needs,
  store: string,
  portfolio: PortfolioReading,
  seal: SealRecord,
): Promise<readonly Finding[]> {
  const place = `${store}#${seal.id}`;
  const found: Finding[] = [];
  const { entries, head } = seal.journal;
  const hashThen = portfolio.hashAt(entries);
  // One that was brought here says where the journal stood of the vault it was made in.
  const isOwn = entries > 0 && portfolio.whole && !portfolio.isBrought('seals', seal.id);
  if (isOwn && hashThen !== head) {
    found.push(fault(hashThen === undefined ? 'cut-since-sealed' : 'changed-since-sealed', store, seal.id));
  }
  if (seal.subject !== 'review-outcome') {
    const holds = isSealOfItsStatement({ signers, hash }, seal);
    return holds ? found : [...found, fault('seal-broken', place)];
  }
  const review = portfolio.all('reviews').get(seal.subjectId);
  const signOff = review?.signOff;
  if (review === undefined || signOff == null) return [...found, fault('seal-elsewhere', place)];
  const text = await sealedText(portfolio, seal);
  // Its file is missing or damaged, which has been said.
  if (text === undefined) return found;
  const { fingerprint, ...model } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const [leaf = ''] = seal.certificates;
  const holds =
    signers.verifySeal(text, seal.signature, leaf) &&
    fingerprint === seal.fingerprint &&
    signOff.fingerprint === seal.fingerprint &&
    hash(canonicalJson(model)) === seal.fingerprint &&
    saysTheSame(review, { ...model, fingerprint });
  return holds ? found : [...found, fault('seal-broken', place)];
}

/** Whether the records of one portfolio name only what is there, and its seals hold. */
export async function checkPortfolio(
  ports: Needs,
  store: string,
  portfolio: PortfolioReading,
): Promise<readonly Finding[]> {
  const named = new Set<Sha256>();
  const findings = [
    ...checkEvidence(store, portfolio, named),
    ...checkSignOffs(store, portfolio, named),
    ...checkReports(ports, store, portfolio, named),
    ...checkReferences(store, portfolio),
  ];
  for (const seal of portfolio.all('seals').values()) {
    findings.push(...(await checkSeal(ports, store, portfolio, seal)));
  }
  const unused = [...portfolio.attachments.keys()].filter((hash) => !named.has(hash)).length;
  if (portfolio.whole && unused > 0) findings.push(note('attachment-unused', store, String(unused)));
  return findings;
}
