import { failure } from '#shared/domain/failure.ts';
import { doorFetch } from './door-fetch.ts';
import { knownFailure } from './failures.ts';

/** One call of the upload routes; a failure the app names is thrown as such. */
export async function uploadCall(path: string, init: RequestInit): Promise<unknown> {
  const answer = await doorFetch(`${location.origin}/uploads${path}`, init);
  const body: unknown = answer.status === 204 ? null : await answer.json();
  if (answer.ok) return body;
  const known = isCoded(body) ? knownFailure(body.code, body.data) : null;
  throw known === null
    ? failure('UNEXPECTED', { reference: `upload ${answer.status}` })
    : failure(known.code, known.data);
}

export const postJson = (value: unknown, signal: AbortSignal | undefined): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
  ...(signal === undefined ? {} : { signal }),
});

function isCoded(body: unknown): body is { readonly code: string; readonly data: unknown } {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}
