import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { CvBlock, CvDocument } from '#shared/domain/cv/document.ts';
import { ukDate } from '#shared/domain/dates.ts';

// The page, in twentieths of a point: A4 with margins of 20 mm.
const page = { width: 11906, height: 16838, margin: 1134 };
const wide = page.width - 2 * page.margin;
const dark = '003087';
const quiet = '4C6272';
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'C8D1D8' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** What XML cannot hold is taken out: no reader opens a file with it in. */
const safe = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll(/\p{Cs}/gu, '\uFFFD');

/** Text with its line ends kept. */
const runs = (
  text: string,
  look: { readonly bold?: boolean; readonly color?: string; readonly size?: number } = {},
): TextRun[] =>
  safe(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...look, ...(at === 0 ? {} : { break: 1 }) }));

const plain = (text: string): Paragraph => new Paragraph({ children: runs(text) });
/** Paragraphs at blank lines, as the text was written. */
const prose = (text: string): Paragraph[] =>
  text
    .split(/\n[ \n]*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(plain);

function cell(text: string, width: number, header: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [
      new Paragraph({
        spacing: { after: 0 },
        children: runs(text, header ? { bold: true, color: dark, size: 18 } : { size: 18 }),
      }),
    ],
  });
}

function table(
  columns: readonly { readonly title: string; readonly share: number }[],
  rows: readonly (readonly string[])[],
): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((wide * share) / all));
  const row = (cells: readonly string[], header: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: header,
      children: cells.map((text, at) => cell(text, widths[at] ?? 0, header)),
    });
  return new Table({
    width: { size: wide, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: hairline,
      insideVertical: none,
      insideHorizontal: hairline,
    },
    rows: [
      row(
        columns.map(({ title }) => title),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

const facts = (all: readonly (readonly [string, string])[]): Paragraph[] =>
  all.map(
    ([name, value]) =>
      new Paragraph({ children: [new TextRun({ text: `${safe(name)}: `, bold: true }), ...runs(value)] }),
  );

function block(piece: CvBlock): (Paragraph | Table)[] {
  switch (piece.kind) {
    case 'facts':
      return facts(piece.facts);
    case 'table':
      // Word joins two tables with nothing between them.
      return [table(piece.columns, piece.rows), new Paragraph({ spacing: { after: 60 } })];
    case 'lines':
      return piece.lines.map(
        ({ on, title, detail }) =>
          new Paragraph({
            indent: { left: 1400, hanging: 1400 },
            tabStops: [{ type: TabStopType.LEFT, position: 1400 }],
            children: [
              new TextRun({ children: [on, new Tab()], color: quiet }),
              ...runs(title, { bold: true }),
              ...(detail === '' ? [] : runs(`\n${detail}`)),
            ],
          }),
      );
    case 'text':
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: runs(piece.heading) }),
        ...facts(piece.facts),
        ...prose(piece.text),
      ];
  }
}

const small = (text: string) => new TextRun({ text: safe(text), size: 16, color: quiet });

/** Real headings and tables, so that it can be gone on with; the name on each page, and the page's number of all. */
export async function cvWordFile(cv: CvDocument): Promise<Uint8Array> {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: dark, font: 'Arial' },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  const sample = cv.sample ? [small('  SAMPLE, invented person')] : [];
  const document = new Document({
    title: safe(`${cv.title}, ${cv.person}`),
    creator: safe(cv.person),
    lastModifiedBy: safe(cv.person),
    description: '',
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 20, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 100 } },
        },
        title: {
          run: { size: 44, bold: true, color: dark, font: 'Arial' },
          paragraph: { spacing: { after: 60 } },
        },
        heading1: heading(28, 360),
        heading2: heading(22, 220),
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({ children: sample })] }),
          default: new Header({
            children: [new Paragraph({ children: [small(`${cv.person}, ${cv.title}`), ...sample] })],
          }),
        },
        footers: footersOf(cv),
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(cv.person) }),
          new Paragraph({ children: runs(`${cv.title}, ${cv.specialty}`, { color: quiet }) }),
          ...cv.parts.flatMap(({ heading: title, blocks, none: empty }) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title) }),
            ...(blocks.length === 0 ? [plain(empty)] : blocks.flatMap(block)),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function footersOf(cv: CvDocument) {
  const number = cv.gmcNumber === '' ? '' : `, GMC number ${cv.gmcNumber}`;
  const footer = () =>
    new Footer({
      children: [
        new Paragraph({
          alignment: AlignmentType.LEFT,
          tabStops: [{ type: TabStopType.RIGHT, position: wide }],
          children: [
            small(`${cv.person}${number}, ${ukDate(cv.on)}`),
            new TextRun({
              children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
              size: 16,
              color: quiet,
            }),
          ],
        }),
      ],
    });
  return { first: footer(), default: footer() };
}
