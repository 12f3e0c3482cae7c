import { z } from 'zod';

/** Where a timestamp service (RFC 3161) answers. Plain `http:` is usual there: only a hash is sent, and the answer is signed. */
export const timestampServiceSchema = z
  .url({ protocol: /^https?$/, error: 'web-address' })
  .max(400, { error: 'too-long' });
