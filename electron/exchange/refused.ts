import { failure } from '#shared/domain/failure.ts';

/** Why a package is refused; each is worded in `renderer/text/package-words.ts`. */
export type RefusedWhy =
  | 'not-age'
  | 'damaged'
  | 'work-factor'
  | 'archive'
  | 'name'
  | 'duplicate'
  | 'too-large'
  | 'too-many'
  | 'ratio'
  | 'missing'
  | 'extra'
  | 'content'
  | 'json'
  | 'schema'
  | 'seal'
  | 'executable';

/** @param entry a path of the package's own grammar, or empty: never a name that a stranger chose. */
export const refused = (why: RefusedWhy, entry = '') => failure('PACKAGE_REFUSED', { why, entry });
