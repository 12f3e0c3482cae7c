import { describe, expect, it } from 'vitest';
import { cvSections, noCvDetails } from '#shared/domain/cv/cv.ts';
import { cvDocument } from '#shared/domain/cv/document.ts';
import { gapsOf } from '#shared/domain/cv/gaps.ts';
import { cvLines, primaryDay } from '#shared/domain/cv/sections.ts';
import { postSuggestions } from '#shared/domain/cv/suggestions.ts';
import { timelineOf } from '#shared/domain/cv/timeline.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';
import { packById } from '#shared/guidance/packs.ts';
import { item, post } from './cv-kit.ts';

const today = '2026-11-21';
const details = noCvDetails('cv', '2026-11-01T09:00:00.000Z');
const posts = [
  post('old', '2019-08-07', '2020-08-04'),
  post('new', '2020-10-01', null, { title: 'Locum consultant' }),
];
const life = { posts, breaks: [], reasons: [], since: null, today };

describe('the CV as a document', () => {
  it('follows the guidance’s order, posts newest first, dates as DD/MM/YYYY', () => {
    const pack = packById('general-internal-medicine');
    if (pack === undefined) throw new Error('no pack');
    const { order } = applicationGuideOf(pack).cv;
    expect([...order].sort()).toEqual([...cvSections].sort());
    const document = cvDocument({
      person: 'Dr Test Doctor (invented)',
      gmcNumber: '0000009',
      specialty: 'General internal medicine',
      on: today,
      sample: false,
      version: '0',
      order,
      details,
      lines: cvLines(details, []),
      posts,
      gaps: gapsOf(life),
      gapDays: 28,
    });
    expect(document.parts.map(({ section }) => section)).toEqual([
      'contact',
      'registrations',
      'posts',
      'gaps',
    ]);
    const table = document.parts[2]?.blocks[0];
    expect(table?.kind === 'table' ? table.rows.map(([from, to, title]) => [from, to, title]) : []).toEqual([
      ['01/10/2020', 'to date', 'Locum consultant, Acute medicine'],
      ['07/08/2019', '04/08/2020', 'Registrar, Acute medicine'],
    ]);
    expect(JSON.stringify(document.parts)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('takes lines out of evidence, each once and where it belongs, without drafts and trash', () => {
    const research = (id: string, kind: string, startedOn: string) =>
      item(id, {
        type: 'research',
        title: id,
        startedOn,
        endedOn: null,
        details: { kind, citation: 'A B. 2020.' },
      });
    const items = [
      item('mbbs', {
        type: 'qualification',
        title: 'MBBS',
        startedOn: '2015-07-01',
        details: { kind: 'primary' },
      }),
      item('gone', { type: 'qualification', trashedAt: '2026-11-01T09:00:00.000Z' }),
      item('draft', { type: 'qualification', draft: true }),
      research('paper', 'paper', '2021-01-01'),
      research('talk', 'talk', '2022-01-01'),
      research('study', 'study', '2023-01-01'),
      item('contract'),
    ];
    const entry = {
      id: 'own',
      section: 'publications',
      title: 'Later',
      detail: '',
      on: '2024-01-01',
    } as const;
    const lines = cvLines({ entries: [entry], leftOut: ['talk'] }, items);
    expect(lines.map(({ section, id, leftOut }) => [section, id, leftOut])).toEqual([
      ['qualifications', 'mbbs', false],
      ['research', 'study', false],
      ['publications', 'own', false],
      ['publications', 'paper', false],
      ['presentations', 'talk', true],
    ]);
    expect(primaryDay(lines)).toBe('2015-07-01');
  });
});

describe('suggestions of posts', () => {
  it('come from employment evidence nobody used, as a new post or as proof of one that is there', () => {
    const items = [
      item('used'),
      item('fits', { startedOn: '2019-08-07', endedOn: '2020-08-04' }),
      item('other', {
        startedOn: '2015-01-01',
        endedOn: '2016-01-01',
        place: 'York Hospital',
        details: { postTitle: 'House officer', wholeTime: 100 },
      }),
      item('draft', { draft: true }),
    ];
    const suggestions = postSuggestions(
      [post('old', '2019-08-07', '2020-08-04', { evidence: ['used'] })],
      items,
    );
    expect(
      suggestions.map(({ evidence, joins, post: { title, institution } }) => [
        evidence,
        joins,
        title,
        institution,
      ]),
    ).toEqual([
      ['fits', 'old', 'Contract', 'Leeds General Infirmary'],
      ['other', null, 'House officer', 'York Hospital'],
    ]);
  });
});

describe('the timeline', () => {
  it('counts what began in each month by group, and keeps posts held at once apart', () => {
    const items = [
      item('a', { startedOn: '2021-03-01' }),
      item('b', { startedOn: '2021-03-31', type: 'audit' }),
      item('c', { startedOn: '2021-04-01', type: 'qi' }),
      item('d', { startedOn: '2021-04-01', draft: true }),
    ];
    const timeline = timelineOf({
      life: { ...life, posts: [...posts, post('beside', '2021-01-01', '2021-06-30')] },
      items,
      reviews: [],
      targetDate: '2028-01-31',
      gapDays: 28,
    });
    expect(timeline.months).toEqual([
      { month: '2021-03', counts: { records: 1, quality: 1 } },
      { month: '2021-04', counts: { quality: 1 } },
    ]);
    expect(timeline.posts.map(({ id, lane }) => [id, lane])).toEqual([
      ['old', 0],
      ['new', 0],
      ['beside', 1],
    ]);
    expect(timeline.gaps).toMatchObject([{ from: '2020-08-05', to: '2020-09-30', days: 57, openDays: 57 }]);
    expect([timeline.from, timeline.to]).toEqual(['2019-08-07', '2028-01-31']);
  });
});
