import { longestCardText } from '#shared/domain/cards.ts';
import { failure } from '#shared/domain/failure.ts';

/** The text of a card, pasted or in a file. Fails with PACKAGE_REFUSED (`card`) when it is too large to be one. */
export async function cardTextOf(source: string | File): Promise<string> {
  const refused = () => failure('PACKAGE_REFUSED', { why: 'card', entry: '' });
  if (source instanceof File && source.size > longestCardText) throw refused();
  const text = (typeof source === 'string' ? source : await source.text()).trim();
  if (text.length > longestCardText) throw refused();
  return text;
}
