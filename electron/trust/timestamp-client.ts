import { randomBytes } from 'node:crypto';
import { Integer } from 'asn1js';
import { failure } from '#shared/domain/failure.ts';
import { childrenOf, descend, oidOf, rawOf, readAsn1 } from './asn1-tree.ts';
import { der, derOctets, derOid, derSequence, derSmallInteger } from './der.ts';
import { digestOf } from './digest.ts';
import { oids } from './oids.ts';
import { readTimestamp, timestampInfo } from './timestamp-token.ts';

const patience = 20_000; // milliseconds
const largestAnswer = 24 * 1024; // bytes: the room there is for it in a signature
const mediaTypes = { query: 'application/timestamp-query', reply: 'application/timestamp-reply' } as const;

/** A request (RFC 3161) that holds the hash of a signature, a random number, and the wish for the service's certificate. */
function requestFor(signature: Uint8Array, nonce: Buffer): Buffer {
  const imprint = derSequence(
    derSequence(derOid(oids.sha256), Buffer.from('0500', 'hex')),
    derOctets(digestOf(signature)),
  );
  return derSequence(derSmallInteger(1), imprint, der(0x02, nonce), Buffer.from('0101ff', 'hex'));
}

async function answerOf(address: string, request: Buffer): Promise<Buffer> {
  let answer: Response;
  try {
    answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': mediaTypes.query, accept: mediaTypes.reply },
      body: Uint8Array.from(request),
      redirect: 'error',
      credentials: 'omit',
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw failure('TIMESTAMP_FAILED', { why: 'unreachable' });
  }
  if (!answer.ok) throw failure('TIMESTAMP_FAILED', { why: 'refused' });
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of answer.body ?? []) {
      length += part.length;
      if (length > largestAnswer) break;
      parts.push(part);
    }
  } catch {
    throw failure('TIMESTAMP_FAILED', { why: 'unreachable' });
  }
  if (length > largestAnswer) throw failure('TIMESTAMP_FAILED', { why: 'invalid' });
  return Buffer.concat(parts);
}

/** The token of an answer that grants it. */
function tokenOf(answer: Buffer): Buffer {
  const read = readAsn1(answer);
  const status = descend(read?.value, 0, 0);
  const [, token] = childrenOf(read?.value);
  const granted = status instanceof Integer && status.valueBlock.valueDec <= 1;
  if (!granted || token === undefined) throw failure('TIMESTAMP_FAILED', { why: 'refused' });
  return Buffer.from(rawOf(token));
}

const isAnswerTo = (token: Buffer, nonce: Buffer): boolean => {
  const content = timestampInfo(token);
  // The nonce is the last whole number of the answer, after the time.
  const numbers = childrenOf(content).filter((part): part is Integer => part instanceof Integer);
  const last = numbers.at(-1);
  return (
    oidOf(descend(content, 2, 0, 0)) === oids.sha256 &&
    last !== undefined &&
    Buffer.from(last.valueBlock.valueHexView).equals(nonce)
  );
};

/**
 * Asks a timestamp service for a token over a signature. Only the signature's hash leaves this computer, and only now.
 * Fails with TIMESTAMP_FAILED: `unreachable`, `refused`, or `invalid` where the answer does not hold.
 */
export async function askTimestamp(address: string, signature: Uint8Array): Promise<Buffer> {
  const nonce = randomBytes(12);
  // Positive and of one length, so that its one spelling is known.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const token = tokenOf(await answerOf(address, requestFor(signature, nonce)));
  if (!isAnswerTo(token, nonce) || readTimestamp(token, signature) === 'invalid')
    throw failure('TIMESTAMP_FAILED', { why: 'invalid' });
  return token;
}
