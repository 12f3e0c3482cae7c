import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Area, HiddenFinding, HiddenKind, PageText, Span } from '#shared/domain/documents/text.ts';
import { finding } from '../findings.ts';
import { lookAt, type pixelsOf } from './seen-words.ts';

type Note = Readonly<Record<string, unknown>>;
type Pixels = ReturnType<typeof pixelsOf>;

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ');
  return typeof value === 'object' && value !== null && 'str' in value ? textOf(value.str) : '';
};

function areaOf(page: PDFPageProxy, { rect }: Note): Area | undefined {
  if (!Array.isArray(rect) || rect.length !== 4) return undefined;
  const [x1, y1, x2, y2] = page.getViewport({ scale: 1 }).convertToViewportRectangle(rect).map(Number);
  if ([x1, y1, x2, y2].some((value) => !Number.isFinite(value))) return undefined;
  const [left, top] = [Math.min(x1 ?? 0, x2 ?? 0), Math.min(y1 ?? 0, y2 ?? 0)];
  return {
    page: page.pageNumber,
    x: left,
    y: top,
    width: Math.abs((x2 ?? 0) - (x1 ?? 0)),
    height: Math.abs((y2 ?? 0) - (y1 ?? 0)),
  };
}

function ofNote(note: Note): readonly (readonly [HiddenKind, label: string, text: string])[] {
  const by = textOf(note.titleObj);
  const says = textOf(note.contentsObj) || textOf(note.contents);
  const { file } = note;
  const name = typeof file === 'object' && file !== null && 'filename' in file ? textOf(file.filename) : '';
  switch (note.subtype) {
    case 'Popup':
      return [];
    case 'Link':
      return says === '' ? [] : [['annotation', by, says]];
    case 'Redact':
      return [['unapplied-redaction', by, says || textOf(note.overlayText)]];
    case 'FileAttachment':
      return [['embedded-file', name, says]];
    case 'Widget': {
      const value = note.fieldType === 'Btn' ? '' : textOf(note.fieldValue);
      return value === '' ? [] : [['form-value', textOf(note.fieldName), value]];
    }
    case 'Text':
    case 'FreeText':
      return says === '' && by === '' ? [] : [['comment', by, says]];
    default:
      return says === '' && by === '' ? [] : [['annotation', by, says]];
  }
}

/** Notes, fields, attached files and scripts of a page, each where it stands. */
export async function notesOn(page: PDFPageProxy): Promise<readonly HiddenFinding[]> {
  const notes = (await page.getAnnotations({ intent: 'any' })) as readonly Note[];
  const found = notes.flatMap((note) => {
    const area = areaOf(page, note);
    return ofNote(note).map(([what, label, text]) =>
      finding(what, label, text, area === undefined ? { page: page.pageNumber } : { area }),
    );
  });
  const actions: unknown = await page.getJSActions();
  const scripts = typeof actions === 'object' && actions !== null ? Object.entries(actions) : [];
  return [
    ...found,
    ...scripts.map(([label, code]) => finding('script', label, textOf(code), { page: page.pageNumber })),
  ];
}

/** A box or picture is darker than paper; half way between white and black tells them apart. */
const paper = 128;

function kindOfUnseen(span: Span, scale: number, whole: Pixels, without: Pixels): HiddenKind | undefined {
  const look = lookAt(span, scale, whole, without);
  if (look === undefined) return 'invisible-text';
  if (look.seen) return undefined;
  if (look.plain) return look.light < paper ? 'covered-text' : 'invisible-text';
  // Beneath a picture, or the words of a scan, which lie unseen over their own picture: which of the two, and whether the
  // picture shows the same words, nobody can tell here.
  return 'invisible-text';
}

/** Neighbouring words that are hidden alike are one finding. */
function joined(page: PageText, unseen: readonly (readonly [Span, HiddenKind])[]): readonly HiddenFinding[] {
  const groups: { what: HiddenKind; spans: Span[] }[] = [];
  for (const [span, what] of unseen) {
    const last = groups.at(-1);
    const before = last?.spans.at(-1);
    const next = before !== undefined && /^\s*$/.test(page.text.slice(before.end, span.start));
    if (last !== undefined && last.what === what && next && last.spans.length < 200) last.spans.push(span);
    else groups.push({ what, spans: [span] });
  }
  return groups.map(({ what, spans }) => {
    const left = Math.min(...spans.map(({ x }) => x));
    const top = Math.min(...spans.map(({ y }) => y));
    const width = Math.max(...spans.map((span) => span.x + span.width)) - left;
    const height = Math.max(...spans.map((span) => span.y + span.height)) - top;
    const [first, last] = [spans[0], spans.at(-1)];
    const text = page.text.slice(first?.start ?? 0, last?.end ?? 0);
    return finding(what, '', text, { area: { page: page.page, x: left, y: top, width, height } });
  });
}

/** Words that are in the page and leave nothing on it, told by drawing it with and without words. */
export function unseenWords(
  page: PageText,
  scale: number,
  whole: Pixels,
  without: Pixels,
): readonly HiddenFinding[] {
  return joined(
    page,
    page.spans.flatMap((span) => {
      const what = kindOfUnseen(span, scale, whole, without);
      return what === undefined ? [] : [[span, what] as const];
    }),
  );
}
