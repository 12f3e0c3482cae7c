import { z } from 'zod';

/** The most of each that is read; the largest public frameworks are smaller. */
const mostItems = 5000;
const mostAssociations = 20_000;

const name = z.string().min(1).max(200);
const text = z.string().max(20_000);
const node = z.object({ identifier: name });

export const caseItemSchema = z.object({
  identifier: name,
  fullStatement: text,
  humanCodingScheme: text.nullish(),
  abbreviatedStatement: text.nullish(),
  CFItemType: text.nullish(),
  extensions: z.unknown().optional(),
});
export type CaseItem = z.output<typeof caseItemSchema>;

/**
 * What is read of a CASE package, 1.0 or 1.1. Other keys are not looked at: real packages leave out required ones and
 * add their own.
 */
export const caseSchema = z.object({
  CFDocument: z.object({
    identifier: name,
    title: text.min(1),
    creator: text.nullish(),
    publisher: text.nullish(),
    version: text.nullish(),
    uri: text.nullish(),
    officialSourceURL: text.nullish(),
    lastChangeDateTime: text.nullish(),
    extensions: z.unknown().optional(),
  }),
  CFItems: z.array(caseItemSchema).max(mostItems).nullish(),
  CFAssociations: z
    .array(
      z.object({
        associationType: name,
        // Some systems write it as text.
        sequenceNumber: z.union([z.number(), z.string().max(20)]).nullish(),
        originNodeURI: node,
        destinationNodeURI: node,
      }),
    )
    .max(mostAssociations)
    .nullish(),
});
export type CasePackage = z.output<typeof caseSchema>;
