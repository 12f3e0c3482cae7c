import { failure } from '#shared/domain/failure.ts';
import type { GuidanceReading } from '#shared/domain/guidance-reading.ts';
import { pathText } from '../schema-faults.ts';
import { caseSchema } from './case-schema.ts';
import { caseTree } from './case-tree.ts';
import { type ForeignChoice, foreignPack } from './foreign-case.ts';
import { ownFacts, ownPack } from './own-case.ts';

const hasKey = (value: unknown, key: string): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);

/**
 * Reads a CASE package, bare or wrapped in `CFPackage`, Waymark's own or anybody's. Fails with GUIDANCE_REFUSED; never
 * otherwise, whatever the value.
 */
export function fromCase(value: unknown, choice: ForeignChoice): GuidanceReading {
  const content = hasKey(value, 'CFPackage') ? value.CFPackage : value;
  if (!hasKey(content, 'CFDocument')) throw failure('GUIDANCE_REFUSED', { why: 'not-case', at: '' });
  const read = caseSchema.safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = (issue?.path ?? []).filter((step) => typeof step !== 'symbol');
    const why = issue?.code === 'too_big' && path.length === 1 ? 'too-many' : 'wrong-shape';
    throw failure('GUIDANCE_REFUSED', { why, at: pathText(path) });
  }
  const tree = caseTree(read.data);
  const facts = ownFacts(read.data.CFDocument.extensions);
  if (facts === undefined) return foreignPack(read.data, tree, choice);
  const document = content.CFDocument;
  return ownPack(read.data, facts, hasKey(document, 'description') ? document.description : undefined, tree);
}
