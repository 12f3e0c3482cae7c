import { setConnection } from './connection.ts';
import { endSession, sessionHeaders } from './session.ts';

/**
 * `fetch` to the app's own door, with the session's key. Notices when the app has been closed or has forgotten this
 * page, so that one screen can say so; the rejection still reaches the caller.
 */
export async function doorFetch(input: Request | string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(input, init);
  for (const [name, value] of Object.entries(sessionHeaders())) request.headers.set(name, value);
  try {
    const answer = await fetch(request);
    if (answer.status === 401) endSession();
    else setConnection('ok');
    return answer;
  } catch (fault) {
    if (!isAbort(fault)) setConnection('lost');
    throw fault;
  }
}

export const isAbort = (fault: unknown): boolean =>
  fault instanceof DOMException && fault.name === 'AbortError';
