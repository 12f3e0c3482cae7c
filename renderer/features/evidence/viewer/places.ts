import type { Zoom } from '#renderer/ui/viewer/page-maths.ts';

type Place = { readonly page: number; readonly zoom: Zoom };

/** Where one was in each file, for as long as the app is open. By the file's content: the same file has one place. */
const places = new Map<string, Place>();

export const placeIn = (hash: string): Place => places.get(hash) ?? { page: 1, zoom: 'width' };

export function rememberPlace(hash: string, place: Partial<Place>): void {
  places.set(hash, { ...placeIn(hash), ...place });
}
