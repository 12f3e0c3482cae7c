import type { core } from 'zod';

/** One thing wrong with a pack: where, as `capabilities[3].expectations[0].source`, and a stable code. */
export type PackFault = { readonly path: string; readonly code: string };

export type FaultPath = readonly (string | number)[];

const plainKey = /^[A-Za-z_$][\w$]*$/;

/** Writes a place the way a programmer would: `a.b[0]`, odd keys quoted. */
export function pathText(path: FaultPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    if (!plainKey.test(step)) return `${text}[${JSON.stringify(step.slice(0, 80))}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** Our schemas give their own codes as messages (`pack-id`); zod's own messages are sentences. */
const ownCode = /^[a-z]+(-[a-z]+)+$/;

function codeOf(issue: core.$ZodIssue): string {
  if (ownCode.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'wrong-kind';
    case 'too_small':
      return 'too-small';
    case 'too_big':
      return 'too-large';
    case 'invalid_value':
      return issue.input === undefined ? 'missing' : 'not-an-option';
    case 'invalid_format':
      return 'wrong-format';
    case 'invalid_union':
      return issue.input === undefined ? 'missing' : 'not-an-option';
    default:
      return 'invalid';
  }
}

/** Turns a schema's complaints into faults: one for every unknown key, and codes in place of sentences. */
export function schemaFaults(issues: readonly core.$ZodIssue[]): readonly PackFault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: pathText([...path, key]), code: 'unknown-key' }))
      : [{ path: pathText(path), code: codeOf(issue) }];
  });
}
