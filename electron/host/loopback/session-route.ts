import { z } from 'zod';
import { isJson, readBody } from '../read-body.ts';
import { refuse } from '../refusal.ts';
import type { Tokens } from './tokens.ts';

const bodySchema = z.strictObject({ token: z.string().max(100) });

/** `POST /session` `{token}`: spends a boot token and answers `{session}`; anything else is NO_SESSION. */
export async function answerSession(request: Request, tokens: Tokens): Promise<Response> {
  if (!isJson(request)) return refuse('NOT_JSON');
  const body = await readBody(request, 1024);
  if (body === undefined) return refuse('BODY_TOO_LARGE');
  const asked = bodySchema.safeParse(parseJson(body));
  const session = asked.success ? tokens.exchange(asked.data.token) : undefined;
  return session === undefined ? refuse('NO_SESSION') : Response.json({ session });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
