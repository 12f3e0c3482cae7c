import type { RevisedObject } from './pdf/append-revision.ts';
import type { PdfDocument } from './pdf/document.ts';
import { pdfFault } from './pdf/fault.ts';
import { pdfText } from './pdf/text.ts';
import {
  arrayOf,
  dictOf,
  isKind,
  isNamed,
  isWhole,
  nameOf,
  type PdfDict,
  type PdfRef,
  type PdfValue,
  refTo,
  withEntries,
} from './pdf/values.ts';

export type TaggedWidget = {
  readonly widget: PdfRef;
  readonly page: PdfRef;
  /** In words, for those who cannot see it. */
  readonly alt: string;
};
export type FormTags = {
  /** The `/StructParent` of each widget, in order. */
  readonly keys: readonly number[];
  readonly objects: readonly RevisedObject[];
};

const listOf = (document: PdfDocument, value: PdfValue | undefined): readonly PdfValue[] => {
  if (value === undefined || value === null) return [];
  const resolved = document.resolve(value);
  return isKind(resolved, 'array') ? resolved.items : [value];
};

/** The first free key of the parent tree: the one it promises, or one past its highest. */
function nextKey(document: PdfDocument, root: PdfDict, tree: PdfDict): number {
  const promised = document.resolve(root.entries.get('ParentTreeNextKey'));
  if (isWhole(promised)) return promised;
  const numbers = listOf(document, tree.entries.get('Nums')).filter((_, index) => index % 2 === 0);
  const limits = listOf(document, tree.entries.get('Kids')).flatMap((kid) =>
    listOf(document, document.dict(kid)?.entries.get('Limits')),
  );
  return [...numbers, ...limits].reduce<number>(
    (most, key) => (isWhole(key) ? Math.max(most, key + 1) : most),
    0,
  );
}

/** The element new ones go under: the document's, or the tree's root where there is none. */
function parentElement(document: PdfDocument, rootRef: PdfRef, root: PdfDict): readonly [PdfRef, PdfDict] {
  for (const kid of listOf(document, root.entries.get('K'))) {
    const element = document.dict(kid);
    if (isKind(kid, 'ref') && element !== null && isNamed(element.entries.get('S'), 'Document'))
      return [kid, element];
  }
  return [rootRef, root];
}

function extendTree(
  document: PdfDocument,
  tree: PdfDict,
  first: number,
  elements: readonly PdfRef[],
  spare: PdfRef,
) {
  const pairs = elements.flatMap((element, index) => [first + index, element]);
  if (!tree.entries.has('Kids'))
    return {
      tree: withEntries(tree, { Nums: arrayOf([...listOf(document, tree.entries.get('Nums')), ...pairs]) }),
      leaf: [],
    };
  const limits = arrayOf([first, first + elements.length - 1]);
  return {
    tree: withEntries(tree, { Kids: arrayOf([...listOf(document, tree.entries.get('Kids')), spare]) }),
    leaf: [{ ref: spare, body: dictOf({ Limits: limits, Nums: arrayOf(pairs) }) }],
  };
}

/**
 * Tags widgets as `/Form` elements at the end of the document's structure, so that assistive technology meets them
 * there. Undefined where the document has no structure tree.
 * @param firstFree the first object number that may be used; one per widget and one more are.
 */
export function tagForms(
  document: PdfDocument,
  widgets: readonly TaggedWidget[],
  firstFree: number,
): FormTags | undefined {
  const rootRef = document.dict(document.rootRef)?.entries.get('StructTreeRoot');
  const root = document.dict(rootRef);
  if (root === null) return undefined;
  if (!isKind(rootRef, 'ref')) return pdfFault('structure tree root');
  const treeValue = root.entries.get('ParentTree');
  const oldTree = document.dict(treeValue) ?? dictOf({ Nums: arrayOf([]) });
  const first = nextKey(document, root, oldTree);
  const elements = widgets.map((_, index) => refTo(firstFree + index));
  const { tree, leaf } = extendTree(document, oldTree, first, elements, refTo(firstFree + widgets.length));

  const [parentRef, parent] = parentElement(document, rootRef, root);
  const grownKids = arrayOf([...listOf(document, parent.entries.get('K')), ...elements]);
  const newRoot = withEntries(root, {
    ParentTreeNextKey: first + widgets.length,
    ...(isKind(treeValue, 'ref') ? {} : { ParentTree: tree }),
    ...(parent === root ? { K: grownKids } : {}),
  });
  const made = widgets.map(({ widget, page, alt }, index) => ({
    ref: refTo(firstFree + index),
    body: dictOf({
      Type: nameOf('StructElem'),
      S: nameOf('Form'),
      P: parentRef,
      Pg: page,
      Alt: pdfText(alt),
      K: dictOf({ Type: nameOf('OBJR'), Pg: page, Obj: widget }),
    }),
  }));
  return {
    keys: widgets.map((_, index) => first + index),
    objects: [
      { ref: rootRef, body: newRoot },
      ...(isKind(treeValue, 'ref') ? [{ ref: treeValue, body: tree }] : []),
      ...(parent === root ? [] : [{ ref: parentRef, body: withEntries(parent, { K: grownKids }) }]),
      ...made,
      ...leaf,
    ],
  };
}
