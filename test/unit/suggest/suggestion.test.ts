import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ukDate } from '#shared/domain/dates.ts';
import { evidenceTypeIds } from '#shared/domain/evidence-types.ts';
import { suggest } from '#shared/domain/suggest/suggestion.ts';
import { typeNamed } from '#shared/domain/suggest/type-words.ts';
import { writtenDates } from '#shared/domain/suggest/written-dates.ts';
import { lineSchema } from '#shared/domain/text.ts';
import { packById } from '#shared/guidance/packs.ts';

const today = '2026-11-21';
const dates = (text: string) => writtenDates(text, today).map(({ date }) => date);

const medicine = packById('general-internal-medicine');
if (medicine === undefined) throw new Error('no pack');
const about = (name: string, text?: string) => suggest({ name, text, modifiedOn: null }, medicine, today);

describe('written dates', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024_03_05', '2024-03-05'],
    ['05.03.2024', '2024-03-05'],
    ['5-3-24', '2024-03-05'],
    ['5th March 2024', '2024-03-05'],
    ['05Mar2024', '2024-03-05'],
    ['March 5, 2024', '2024-03-05'],
    ['Sept 2023', '2023-09-01'],
    ['2023-09', '2023-09-01'],
    ['31/12/99', '1999-12-31'],
  ])('reads %s', (text, date) => {
    expect(dates(`DOPS ${text} chest drain`)).toEqual([date]);
  });

  it.each([
    '03/25/2024',
    '2024-13-05',
    '30/02/2024',
    '12345678',
    '1.2',
    'v2.10.3',
    '05/03/2031',
    'marching 5',
  ])('takes %s for no date', (text) => {
    expect(dates(`DOPS ${text}`)).toEqual([]);
  });

  it('finds every date in whichever form it is written', () => {
    const some = fc
      .date({ min: new Date('1970-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
      .map((moment) => moment.toISOString().slice(0, 10));
    fc.assert(
      fc.property(some, fc.constantFrom('', 'cert_', 'Audit '), (date, before) => {
        expect(dates(`${before}${date} x`)).toEqual([date]);
        expect(dates(`${before}${ukDate(date)} x`)).toEqual([date]);
        expect(dates(`${before}${date.replaceAll('-', '')}_x`)).toEqual([date]);
      }),
    );
  });
});

describe('types by their names', () => {
  it.each([
    ['DOPS chest drain', 'dops'],
    ['mini-CEX', 'mini-cex'],
    ['MiniCEX_clinic', 'mini-cex'],
    ['CbD', 'cbd'],
    ['Case-based discussion', 'cbd'],
    ['360 feedback', 'msf'],
    ['Sepsis re-audit', 'audit'],
    ['QIP handover', 'qi'],
    ['M&M meeting', 'governance'],
    ['ALS certificate', 'cpd'],
    ['Logbooks 2024', 'logbook'],
    ['poster', 'research'],
    ['E-mail from matron', 'correspondence'],
    ['Patient satisfaction survey', 'patient-feedback'],
  ])('%s is %s', (text, type) => {
    expect(typeNamed(text)?.type).toBe(type);
  });

  it('knows each type by at least one name, and none in a name that says nothing', () => {
    const named = new Set(
      'management,teaching,supervision,governance,audit,qi,service development,research,cpd,msf,patient feedback,reflection,appraisal,cbd,mini-cex,dops,acat,esle,sle,logbook,job,reference,case history,degree,email'
        .split(',')
        .map((word) => typeNamed(word)?.type),
    );
    expect(evidenceTypeIds.filter((type) => type !== 'unsorted' && !named.has(type))).toEqual([]);
    expect(typeNamed('IMG_20240305_scan')).toBeNull();
    expect(typeNamed('postage stamps')).toBeNull();
  });
});

describe('suggestions', () => {
  it('says where each part comes from', () => {
    expect(about('2024-03-05_DOPS_chest-drain_IM2.pdf')).toEqual({
      title: 'DOPS chest drain IM2',
      type: { is: 'dops', why: { from: 'name', says: ['dops'] } },
      dates: { startedOn: '2024-03-05', endedOn: null, why: { from: 'name', says: ['2024-03-05'] } },
      capabilities: [{ code: 'IM2', why: { from: 'name', says: ['IM2'] } }],
    });
  });

  it('reads the text where the name says nothing, and the guidance’s own words in it', () => {
    const found = about('scan0001.pdf', 'Certificate of attendance. Resuscitation update, 7 May 2023');
    expect(found.type).toEqual({ is: 'cpd', why: { from: 'text', says: ['certificate'] } });
    expect(found.dates).toMatchObject({ startedOn: '2023-05-07', why: { from: 'text' } });
    expect(found.capabilities).toEqual([{ code: 'IM7', why: { from: 'text', says: ['resuscitation'] } }]);
  });

  it('takes two dates for a beginning and an end, and the day of the last change as a last resort', () => {
    expect(about('Teaching 01-02-2024 to 05-03-2024.docx').dates).toMatchObject({
      startedOn: '2024-02-01',
      endedOn: '2024-03-05',
    });
    expect(
      suggest({ name: 'x.pdf', text: undefined, modifiedOn: '2024-01-02' }, medicine, today).dates,
    ).toEqual({
      startedOn: '2024-01-02',
      endedOn: null,
      why: { from: 'modified', says: [] },
    });
    expect(about('.pdf')).toMatchObject({ type: null, dates: null, capabilities: [] });
  });

  it('always has a title that can be kept, whatever a file is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 255, unit: 'binary' }), (name) => {
        const { title } = about(name);
        expect(lineSchema(200).safeParse(title).data).toBe(title);
      }),
    );
  });
});
