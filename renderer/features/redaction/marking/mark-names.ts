import { markOrigins } from '#renderer/text/redaction-words.ts';
import type { PagePlace } from '#renderer/ui/viewer/sheet-types.ts';
import { checkRuleTitles } from '#shared/domain/identifiers/check.ts';
import type { Mark } from '#shared/domain/redaction/marks.ts';

/** What a mark is called in the list: the rule it came from, or how it was made. */
export const nameOfMark = ({ by, rule }: Mark): string =>
  rule === null ? markOrigins[by] : checkRuleTitles[rule];

const share = (part: number, whole: number) => ((part / Math.max(1, whole)) * 100).toFixed(1);

/** Where it stands on its page, for those who cannot see it: in parts of a hundred. */
export const placeOfMark = (
  { x, y, width, height }: Mark,
  page: Pick<PagePlace, 'width' | 'height'>,
): string =>
  `${share(x, page.width)}% from the left, ${share(y, page.height)}% from the top, ${share(width, page.width)}% wide, ${share(height, page.height)}% high`;
