import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { UploadIntake } from '#electron/services/ports.ts';
import { failure } from '#shared/domain/failure.ts';
import { type Id, idSchema, sha256Schema } from '#shared/domain/ids.ts';
import { toIssues } from './issues.ts';
import { isJson, readBody } from './read-body.ts';
import { refuse } from './refusal.ts';

/** The largest chunk taken at once, in bytes. */
export const maxChunk = 8 * 1024 * 1024;
const maxJson = 1024;

const beginSchema = z.strictObject({ size: z.number().int().nonnegative() });
const finishSchema = z.strictObject({ sha256: sha256Schema });
const offsetSchema = z.string().regex(/^(?:0|[1-9][0-9]{0,15})$/, { error: 'offset' });

/**
 * Files in raw chunks: `POST /` `{size}` gives `{id}`; `PUT /<id>?offset=N` appends at exactly the bytes received so
 * far and gives `{received}`; `POST /<id>/finish` `{sha256}` checks the whole; `DELETE /<id>` forgets it. Failures are
 * thrown for the door to answer as `{code, data}`.
 */
export function uploadRoute(uploads: UploadIntake): Hono {
  return new Hono()
    .post('/', async (c) => {
      const asked = await readJson(c, beginSchema);
      return asked instanceof Response ? asked : c.json({ id: await uploads.begin(asked.size) });
    })
    .put('/:id', async (c) => {
      const id = uploadId(c);
      const offset = parse(offsetSchema, c.req.query('offset'), ['offset']);
      const chunk = await readBody(c.req.raw, maxChunk);
      if (chunk === undefined) return refuse('BODY_TOO_LARGE');
      return c.json({ received: await uploads.append(id, Number(offset), chunk) });
    })
    .post('/:id/finish', async (c) => {
      const id = uploadId(c);
      const asked = await readJson(c, finishSchema);
      if (asked instanceof Response) return asked;
      await uploads.finish(id, asked.sha256);
      return c.body(null, 204);
    })
    .delete('/:id', async (c) => {
      await uploads.cancel(uploadId(c));
      return c.body(null, 204);
    });
}

function uploadId(c: Context): Id {
  const id = idSchema.safeParse(c.req.param('id'));
  if (!id.success) throw failure('NOT_FOUND', { what: 'upload' });
  return id.data;
}

async function readJson<T>(c: Context, schema: z.ZodType<T>): Promise<T | Response> {
  if (!isJson(c.req.raw)) return refuse('NOT_JSON');
  const bytes = await readBody(c.req.raw, maxJson);
  if (bytes === undefined) return refuse('BODY_TOO_LARGE');
  return parse(schema, parseJson(bytes), []);
}

function parse<T>(schema: z.ZodType<T>, value: unknown, path: readonly string[]): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = toIssues(parsed.error.issues).map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  throw failure('INVALID', { issues });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw failure('INVALID', { issues: [{ path: [], code: 'malformed' }] });
  }
}
