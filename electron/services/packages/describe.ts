import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { type TypesOf, typeTitle } from '#shared/domain/pack-types.ts';
import { type Audience, leftOutReasons, sentFile } from '#shared/domain/packages/audiences.ts';
import { originalPath } from '#shared/domain/packages/manifest.ts';
import type { PackageSummary } from '#shared/domain/packages/summary.ts';
import type { IndexLine } from '../ports/exchange.ts';
import type { Collected } from './collect.ts';

function chosen({ content, selection }: Pick<Collected, 'content' | 'selection'>) {
  const ids = new Set(selection.included.map(({ id }) => id));
  return {
    evidence: content.evidence
      .filter(({ id }) => ids.has(id))
      .toSorted((a, b) => b.startedOn.localeCompare(a.startedOn) || a.title.localeCompare(b.title)),
    reviews: content.reviews
      .filter(({ id }) => ids.has(id))
      .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn)),
  };
}

/** The readable list: every item with each of its files, and every signed review with its report. */
export function indexOf(collected: Collected, audience: Audience, pack: TypesOf): readonly IndexLine[] {
  const packed = new Set(collected.originals.map(({ hash }) => hash));
  const { evidence, reviews } = chosen(collected);
  const items = evidence.flatMap((item, index) => {
    const line: Omit<IndexLine, 'file' | 'path'> = {
      number: index + 1,
      kind: 'Evidence',
      title: item.title,
      type: typeTitle(pack, item.type),
      from: item.startedOn,
      to: item.endedOn ?? '',
      capabilities: [...new Set(item.links.map(({ capability }) => capability))].join(' '),
    };
    if (item.attachments.length === 0) return [{ ...line, file: '', path: '' }];
    return item.attachments
      .map((file) => sentFile(audience, file))
      .map(({ name, hash, mediaType }) => ({
        ...line,
        file: name,
        path: packed.has(hash) ? originalPath(hash, mediaType) : '',
      }));
  });
  const held = reviews.map((review, index): IndexLine => {
    const report = review.signOff?.report;
    return {
      number: evidence.length + index + 1,
      kind: 'Review',
      title: review.outcome?.name ?? '',
      type: 'Annual review',
      from: review.heldOn,
      to: '',
      capabilities: '',
      file: report === undefined ? '' : 'report.pdf',
      path: report === undefined ? '' : originalPath(report, 'application/pdf'),
    };
  });
  return [...items, ...held];
}

export type SummaryFacts = {
  readonly audience: Audience;
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly madeAt: string;
  readonly packageId: string;
  readonly version: string;
  readonly sample: boolean;
  readonly open: boolean;
};

/** What the summary in a package says. */
export function summaryOf(
  collected: Pick<Collected, 'content' | 'selection'> & { readonly files: number },
  pack: GuidancePack,
  coverage: CoverageMap,
  { version, ...facts }: SummaryFacts,
): PackageSummary {
  const { portfolio } = collected.content;
  const { evidence, reviews } = chosen(collected);
  const titles = new Map(pack.capabilities.map(({ code, title }) => [code, title]));
  const { leftOut } = collected.selection;
  return {
    ...facts,
    madeBy: `Waymark ${version}`,
    doctor: portfolio.doctor,
    employer: portfolio.employer,
    specialty: pack.title,
    packVersion: portfolio.packVersion,
    targetDate: portfolio.targetDate,
    counts: {
      evidence: evidence.length,
      reviews: reviews.length,
      files: collected.files,
    },
    leftOut: leftOutReasons
      .map((why) => ({
        why,
        count: leftOut.filter((ref) => ref.why === why && ref.collection !== 'seals').length,
      }))
      .filter(({ count }) => count > 0),
    capabilities: coverage.capabilities.map(({ code, strength, items }) => ({
      code,
      title: titles.get(code) ?? code,
      strength,
      items,
    })),
    items: evidence.map((item, index) => ({
      number: index + 1,
      title: item.title,
      type: typeTitle(pack, item.type),
      from: item.startedOn,
      to: item.endedOn,
      capabilities: [...new Set(item.links.map(({ capability }) => capability))],
      files: item.attachments.map(({ name }) => name),
    })),
    reviews: reviews.map((review) => ({
      heldOn: review.heldOn,
      state: review.state,
      outcome: review.state === 'signed' ? (review.outcome?.name ?? '') : '',
      chair: review.panel.find(({ role }) => role === 'chair')?.name ?? '',
    })),
  };
}
