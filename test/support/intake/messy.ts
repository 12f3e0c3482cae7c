import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/**
 * What a doctor brings after years: a spreadsheet of 200 rows, typed by hand, and 150 files beside it. All of it is
 * invented and always the same. For General (internal) medicine.
 */
export type Messy = {
  readonly csv: string;
  readonly rows: readonly (readonly string[])[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
  /** By row of the file, what is wrong with it on purpose. */
  readonly flaws: ReadonlyMap<number, Flaw>;
};
export type Flaw =
  | 'no title'
  | 'American date'
  | 'unknown type'
  | 'unknown code'
  | 'missing file'
  | 'half verified'
  | 'twin';

export const messyRows = 200;
export const messyFiles = 150;

const kinds: readonly (readonly [spelling: string, subject: string])[] = [
  ['Audit', 'Sepsis bundle audit'],
  ['re-audit', 'Sepsis bundle second cycle'],
  ['QIP', 'Discharge summaries project'],
  ['Teaching session', 'Teaching FY1s on acute kidney injury'],
  ['DOPS', 'Ascitic drain'],
  ['mini CEX', 'Chest pain on the take'],
  ['CbD', 'Delirium on the ward'],
  ['Case-based discussion', 'Upper GI bleed'],
  ['ACAT', 'Night take'],
  ['MSF', 'Colleague feedback round'],
  ['Patient survey', 'Clinic feedback'],
  ['course', 'Advanced life support'],
  ['Conference', 'Acute medicine meeting'],
  ['CPD', 'Frailty study day'],
  ['Reflection', 'A difficult conversation'],
  ['Poster', 'Handover poster'],
  ['M&M', 'Mortality meeting'],
  ['Appraisal', 'Yearly appraisal'],
  ['Leadership', 'Rota lead for the team'],
  ['thank you e-mail', 'Thanks from the ward'],
];
const codes = ['G4', 'IM1, IM7', 'IM2 IM3', 'G6;IM4', 'G3 / IM8', 'IM5', 'G1', 'im 7', 'G5, G2', 'IM6'];
const hours = ['2', '1.5', '1:30', '2 hrs', '90 min', '', '7,5', '3h'];
const places = [
  'Northmoor General (invented)',
  'St Ebba’s, Saltby (invented)',
  'Northmoor General (invented) ',
  '',
];

const pad = (value: number) => String(value).padStart(2, '0');
const monthNames = [
  'Jan',
  'February',
  'Mar',
  'Apr',
  'May',
  'June',
  'July',
  'Aug',
  'Sept',
  'Oct',
  'November',
  'Dec',
];

/** The same day in one of the ways people write it. */
function written(day: Date, way: number): string {
  const [d, m, y] = [day.getUTCDate(), day.getUTCMonth() + 1, day.getUTCFullYear()];
  const forms = [
    `${pad(d)}/${pad(m)}/${y}`,
    `${y}-${pad(m)}-${pad(d)}`,
    `${d}.${m}.${y}`,
    `${d} ${monthNames[m - 1]} ${y}`,
    `${pad(d)}/${pad(m)}/${String(y).slice(2)}`,
    String(Math.round(day.getTime() / 86_400_000) + 25_569),
  ];
  return forms[way % forms.length] ?? '';
}

const dayOf = (at: number) => new Date(Date.UTC(2021, 0, 4 + at * 9));

const flawOf = (at: number): Flaw | null => {
  if (at % 50 === 7) return 'no title';
  if (at % 40 === 11) return 'American date';
  if (at % 50 === 23) return 'unknown type';
  if (at % 50 === 29) return 'unknown code';
  if (at % 50 === 31) return 'missing file';
  if (at % 50 === 37) return 'half verified';
  return at % 100 === 43 ? 'twin' : null;
};

const fileName = (at: number, subject: string): string => {
  const day = dayOf(at).toISOString().slice(0, 10);
  const forms = [
    `${day} ${subject}.pdf`,
    `${subject.replaceAll(' ', '_')}_${day.split('-').reverse().join('-')}.txt`,
    `Scan ${at + 1}.pdf`,
    `${day.replaceAll('-', '')}_certificate_${at + 1}.txt`,
    `${subject} (${at + 1}).pdf`,
  ];
  return forms[at % forms.length] ?? '';
};

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

async function fileOf(at: number, name: string, subject: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = `${subject}\n${dayOf(at).toISOString().slice(0, 10)}\nNorthmoor General (invented). Item ${at + 1} of a portfolio.`;
  if (!name.endsWith('.pdf')) return new TextEncoder().encode(text);
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  text.split('\n').forEach((line, row) => {
    page.drawText(line.replace('’', "'"), { x: 60, y: 760 - row * 24, size: 12, font });
  });
  return new Uint8Array(await pdf.save());
}

export async function messyPortfolio(): Promise<Messy> {
  const headers = [
    'No.',
    'Evidence title',
    'Type of evidence',
    'Date',
    'To',
    'Hospital',
    'CPD hours',
    'CiPs',
    'Notes',
    'File name',
    'Signed off by',
    'Date signed',
    'Institution',
  ];
  const flaws = new Map<number, Flaw>();
  const rows: string[][] = [headers];
  const files: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (let at = 0; at < messyRows; at += 1) {
    const [spelling = '', subject = ''] = kinds[at % kinds.length] ?? [];
    const flaw = flawOf(at);
    if (flaw !== null) flaws.set(at + 2, flaw);
    if (flaw === 'twin') {
      rows.push([String(at + 1), ...(rows[at]?.slice(1) ?? [])]);
      continue;
    }
    const day = dayOf(at);
    const name = flaw === 'missing file' || files.length < messyFiles ? fileName(at, subject) : '';
    if (name !== '' && flaw !== 'missing file') files.push({ name, bytes: await fileOf(at, name, subject) });
    const verified = at % 3 === 0 && flaw !== 'half verified';
    const american = `${pad(day.getUTCMonth() + 1)}/${13 + (at % 15)}/${day.getUTCFullYear()}`;
    rows.push([
      String(at + 1),
      flaw === 'no title' ? '' : `${subject}, no. ${at + 1}`,
      flaw === 'unknown type' ? 'Miscellaneous' : spelling,
      flaw === 'American date' ? american : written(day, at),
      at % 17 === 0 ? written(new Date(day.getTime() + 86_400_000 * 3), at + 1) : '',
      places[at % places.length] ?? '',
      hours[at % hours.length] ?? '',
      flaw === 'unknown code' ? 'XQ9' : (codes[at % codes.length] ?? ''),
      at % 9 === 0 ? 'Went well, "mostly".\nWould do the same again.' : '',
      name,
      verified ? 'Dr Ada Obi (invented)' : '',
      verified ? written(day, at) : flaw === 'half verified' ? written(day, 0) : '',
      verified ? 'Northmoor General (invented)' : '',
    ]);
  }
  // Saved from a spreadsheet: quoted where needed, Windows line ends.
  const csv = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
  return { csv, rows, files, flaws };
}
