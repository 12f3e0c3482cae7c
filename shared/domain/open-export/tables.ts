import type { Post } from '../cv/post.ts';
import type { EvidenceItem, Link } from '../evidence.ts';
import { answerText } from '../evidence-answers.ts';
import { evidenceTypeById } from '../evidence-fields.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import { type TypesOf, typeTitle } from '../pack-types.ts';
import type { Person } from '../people.ts';
import { spokenFingerprint } from '../people.ts';
import type { Action, Judgement, PanelMember, Review } from '../review.ts';
import { type Table, tableOf } from './table.ts';

const titleOf = (pack: GuidancePack, code: string | null) =>
  pack.capabilities.find((capability) => capability.code === code)?.title ?? '';

/** The answers of an item's own form, one to a line, by the labels of that form. */
function detailLines(item: EvidenceItem): string {
  const { fields } = evidenceTypeById(item.type);
  return Object.entries(item.details)
    .map(([id, answer]) => {
      const field = fields.find((candidate) => candidate.id === id);
      const said = answerText(field, answer);
      return `${field?.label ?? id}:${said.includes('\n') ? '\n' : ' '}${said}`;
    })
    .join('\n');
}

/** Every item with its own fields, one to a line. */
export const evidenceTable = (items: readonly EvidenceItem[], pack: TypesOf): Table =>
  tableOf('evidence', items, [
    ['id', (item) => item.id],
    ['type', (item) => typeTitle(pack, item.type)],
    ['title', (item) => item.title],
    ['started on', (item) => item.startedOn],
    ['ended on', (item) => item.endedOn],
    ['place', (item) => item.place],
    ['role', (item) => item.role],
    ['hours', (item) => item.hours],
    ['details', detailLines],
    ['reflection', (item) => item.reflection],
    ['capabilities', (item) => item.links.map((link) => link.capability).join(' ')],
    ['files', (item) => item.attachments.length],
    ['verified by', (item) => item.verification?.by ?? null],
    ['verified on', (item) => item.verification?.on ?? null],
    ['verified at', (item) => item.verification?.institution ?? null],
    ['written', (item) => item.createdAt],
    ['changed', (item) => item.updatedAt],
    ['in the trash since', (item) => item.trashedAt],
  ]);

function linksTable(items: readonly EvidenceItem[], pack: GuidancePack): Table {
  const links = items.flatMap((item) =>
    item.links.map((link): readonly [EvidenceItem, Link] => [item, link]),
  );
  return tableOf('links', links, [
    ['evidence id', ([item]) => item.id],
    ['evidence', ([item]) => item.title],
    ['capability', ([, link]) => link.capability],
    ['capability title', ([, link]) => titleOf(pack, link.capability)],
    ['pages', ([, link]) => link.pages],
    ['what it shows', ([, link]) => link.note],
  ]);
}

const named = (member: PanelMember) =>
  [`${member.name} (${member.role})`, member.gmcNumber ?? '', member.organisation]
    .filter((part) => part !== '')
    .join(', ');

const reviewsTable = (reviews: readonly Review[], reportOf: (review: Review) => string): Table =>
  tableOf('reviews', reviews, [
    ['id', (review) => review.id],
    ['held on', (review) => review.heldOn],
    ['place', (review) => review.place],
    ['period from', (review) => review.period.from],
    ['period to', (review) => review.period.to],
    ['state', (review) => review.state],
    ['panel', (review) => review.panel.map(named).join('\n')],
    ['progress made', (review) => review.progressMade],
    ['progress needed', (review) => review.progressNeeded],
    ['outcome', (review) => review.outcome?.name ?? null],
    ['what the outcome means', (review) => review.outcome?.meaning ?? null],
    ['reason', (review) => review.outcomeReason],
    ['next review', (review) => review.nextReviewOn],
    ['signed by', (review) => review.signOff?.signerName ?? null],
    ['signed at', (review) => review.signOff?.signedAt ?? null],
    ['report', reportOf],
  ]);

function judgementsTable(reviews: readonly Review[], pack: GuidancePack): Table {
  const all = reviews.flatMap((review) =>
    review.judgements.map((judgement): readonly [Review, Judgement] => [review, judgement]),
  );
  return tableOf('judgements', all, [
    ['review id', ([review]) => review.id],
    ['review held on', ([review]) => review.heldOn],
    ['capability', ([, judgement]) => judgement.capability],
    ['capability title', ([, judgement]) => titleOf(pack, judgement.capability)],
    ['level', ([, judgement]) => judgement.level],
    ['reason', ([, judgement]) => judgement.reason],
    ['progress made', ([, judgement]) => judgement.progressMade ?? ''],
    ['progress needed', ([, judgement]) => judgement.progressNeeded ?? ''],
  ]);
}

function actionsTable(reviews: readonly Review[]): Table {
  const all = reviews.flatMap((review) =>
    review.actions.map((action): readonly [Review, Action] => [review, action]),
  );
  return tableOf('actions', all, [
    ['review id', ([review]) => review.id],
    ['review held on', ([review]) => review.heldOn],
    ['action id', ([, action]) => action.id],
    ['what', ([, action]) => action.what],
    ['how it is measured', ([, action]) => action.measure],
    ['owner', ([, action]) => action.owner],
    ['due on', ([, action]) => action.dueOn],
    ['capability', ([, action]) => action.capability],
    ['status', ([, action]) => action.status],
  ]);
}

const postsTable = (posts: readonly Post[]): Table =>
  tableOf('posts', posts, [
    ['id', (post) => post.id],
    ['title', (post) => post.title],
    ['grade', (post) => post.grade],
    ['specialty', (post) => post.specialty],
    ['institution', (post) => post.institution],
    ['place', (post) => post.place],
    ['country', (post) => post.country],
    ['from', (post) => post.from],
    ['to', (post) => post.to],
    ['per cent of full time', (post) => post.wholeTime],
    ['supervisor', (post) => post.supervisor],
    ['duties', (post) => post.duties],
    ['level of supervision', (post) => post.supervision],
    ['evidence', (post) => post.evidence.join(' ')],
  ]);

/** Where an original is in the folder, and what it belongs to. */
export type PlacedFile = {
  readonly evidenceId: string;
  readonly evidence: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  /** Null: it is named by the record but not kept here. */
  readonly path: string | null;
};

const filesTable = (files: readonly PlacedFile[]): Table =>
  tableOf('files', files, [
    ['evidence id', (file) => file.evidenceId],
    ['evidence', (file) => file.evidence],
    ['file name', (file) => file.name],
    ['kind', (file) => file.mediaType],
    ['bytes', (file) => file.size],
    ['sha-256', (file) => file.sha256],
    ['where in this folder', (file) => file.path ?? 'not kept in this vault'],
  ]);

/** Every table of one portfolio. @param reportOf where a review's signed report is in the folder, or empty. */
export function portfolioTables(input: {
  readonly pack: GuidancePack;
  readonly evidence: readonly EvidenceItem[];
  readonly reviews: readonly Review[];
  readonly posts: readonly Post[];
  readonly files: readonly PlacedFile[];
  readonly reportOf: (review: Review) => string;
}): readonly Table[] {
  const { pack, evidence, reviews, posts, files, reportOf } = input;
  return [
    evidenceTable(evidence, pack),
    linksTable(evidence, pack),
    filesTable(files),
    reviewsTable(reviews, reportOf),
    judgementsTable(reviews, pack),
    actionsTable(reviews),
    postsTable(posts),
  ];
}

/** The directory as a table. */
export const peopleTable = (people: readonly Person[]): Table =>
  tableOf('people', people, [
    ['id', (person) => person.id],
    ['name', (person) => person.name],
    ['roles', (person) => person.roles.join(' ')],
    ['GMC number', (person) => person.gmcNumber],
    ['confirmed', (person) => person.confirmed],
    ['confirmed on', (person) => person.confirmedOn],
    ['fingerprint', (person) => spokenFingerprint(person.fingerprint).join(' ')],
    ['note', (person) => person.note],
    ['added', (person) => person.addedAt],
  ]);
