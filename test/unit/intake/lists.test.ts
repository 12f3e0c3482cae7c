import { describe, expect, it } from 'vitest';
import { mailItem } from '#shared/domain/intake/mail-item.ts';
import { referenceItem } from '#shared/domain/intake/reference-item.ts';
import { bytesOf, reader, whyRefused } from './reader.ts';

const bibtex = `% my papers
@string{bmj = "BMJ Open (invented)"}
@article{obi2021,
  author = {Ob{\\'i}, Ada and M{\\"u}ller, J{\\o}rg and {The Trial Group}},
  title = {Sepsis in {ED}: 10\\% of all --- a cohort},
  journal = bmj, year = 2021, month = may, day = 7, volume = {3}, pages = {12--19},
  doi = {https://doi.org/10.1000/ABC.182}
}
@inproceedings{x, title = "A talk", booktitle = {Meeting}, year = {2019}}
@misc{y, year = 2020}
`;
const ris = `TY  - JOUR
AU  - Obi, Ada
AU  - Ito, Ken
TI  - Handover
 and its failures
JO  - Journal of Handover (invented)
PY  - 2022
DA  - 2022/03/14/
VL  - 8
SP  - 1
EP  - 9
DO  - 10.1000/hand.1
ER  - 

TY  - BOOK
T1  - A book
PY  - 2018
ER  -
`;

describe('bibliographies', () => {
  it('are read as BibTeX, LaTeX turned into letters', async () => {
    const found = await reader.references({ bytes: bytesOf(bibtex), name: 'papers.bib' });
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({
      title: 'Sepsis in ED: 10% of all — a cohort',
      authors: ['Obí, Ada', 'Müller, Jørg', 'The Trial Group'],
      venue: 'BMJ Open (invented)',
      published: '2021-05-07',
      exact: true,
      doi: '10.1000/abc.182',
      kind: 'paper',
    });
    expect(
      found
        .map((one, at) => referenceItem(at + 1, one))
        .map(({ item, problems }) => [item?.type, item?.startedOn, problems.map(({ code }) => code)]),
    ).toEqual([
      ['research', '2021-05-07', []],
      ['research', '2019-01-01', ['date-inexact']],
      [undefined, undefined, ['no-title']],
    ]);
    expect(
      referenceItem(
        1,
        found[0] ??
          (() => {
            throw new Error('none');
          })(),
      ).item?.details,
    ).toMatchObject({
      kind: 'paper',
      doi: '10.1000/abc.182',
      status: 'published',
      citation:
        'Obí, Ada, Müller, Jørg, The Trial Group. Sepsis in ED: 10% of all — a cohort. BMJ Open (invented), 2021, 3: 12–19. doi:10.1000/abc.182',
    });
  });

  it('are read as RIS', async () => {
    const found = await reader.references({ bytes: bytesOf(ris), name: 'whatever.txt' });
    expect(found).toMatchObject([
      {
        title: 'Handover and its failures',
        authors: ['Obi, Ada', 'Ito, Ken'],
        published: '2022-03-14',
        pages: '1–9',
      },
      { title: 'A book', published: '2018-01-01', exact: false, kind: 'review' },
    ]);
  });

  it.each([
    ['plain text', 'No reference in here', 'not-readable'],
    ['a broken entry', '@article{x, title = {never closed', /not-readable|empty/],
    ['braces without end', `@article{x, title = {${'{'.repeat(50_000)}`, /not-readable|empty|too-/],
  ])('are refused as %s', async (_name, text, why) => {
    expect(await whyRefused(reader.references({ bytes: bytesOf(text), name: 'x.bib' }))).toMatch(why);
  });

  it('take no time for what made the library’s own clean-up endless', async () => {
    const many = `@article{x, title = {${'{a} '.repeat(20_000)}}, year = 2020}`;
    const started = performance.now();
    expect(await reader.references({ bytes: bytesOf(many), name: 'x.bib' })).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

const lines = (...all: readonly string[]) => bytesOf(all.join('\r\n'));
const boundary = 'part--1';
const message = lines(
  'From: =?utf-8?Q?Sister_Zo=C3=AB_Hale_=28invented=29?= <zoe@ward.invalid>',
  'To: doctor@ward.invalid',
  'Subject: =?utf-8?B?VGhhbmsgeW91IOKAkyB0ZWFjaGluZw==?=',
  'Date: Tue, 05 Mar 2024 23:30:00 -0500',
  `Content-Type: multipart/mixed; boundary="${boundary}"`,
  '',
  `--${boundary}`,
  'Content-Type: text/html; charset=utf-8',
  '',
  '<style>p{}</style><p>Thank you &amp; <b>well done</b>.</p><script>fetch("http://x.invalid")</script><img src="http://x.invalid/t.png"><p>Ward 5</p>',
  `--${boundary}`,
  'Content-Type: text/csv; name="../../scores.csv"',
  'Content-Disposition: attachment; filename="../../scores.csv"',
  '',
  'a,b',
  `--${boundary}--`,
);

describe('e-mails', () => {
  it('become text, the day of their sender, and their attachments', async () => {
    const mail = await reader.mail({ bytes: message, name: 'thanks.eml' });
    expect(mail).toMatchObject({
      subject: 'Thank you – teaching',
      from: 'Sister Zoë Hale (invented) <zoe@ward.invalid>',
      sentOn: '2024-03-05',
    });
    expect(mail.text.replace(/\s+/g, ' ')).toBe('Thank you & well done. Ward 5');
    expect(mail.attachments.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes).trim()])).toEqual(
      [['scores.csv', 'a,b']],
    );
    const { item } = mailItem(1, mail, 'correspondence', [], []);
    expect(item).toMatchObject({
      type: 'correspondence',
      title: 'Thank you – teaching',
      startedOn: '2024-03-05',
    });
    expect(mailItem(1, mail, 'patient-feedback', [], []).item?.details).toMatchObject({
      summary: expect.stringContaining('well done'),
    });
  });

  it('are refused when they are none, or nested without end', async () => {
    expect(await whyRefused(reader.mail({ bytes: bytesOf('Just some words'), name: 'x.eml' }))).toBe(
      'not-readable',
    );
    const deep = Array.from({ length: 200 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary="b${at}"`,
      '',
      `--b${at}`,
    ]).flat();
    expect(await whyRefused(reader.mail({ bytes: lines('From: a@b.invalid', ...deep), name: 'x.eml' }))).toBe(
      'not-readable',
    );
  });
});
