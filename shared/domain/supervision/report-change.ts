import type { CapabilityPart, SupervisorReport, SupervisorReportChange } from './supervisor-report.ts';

/** Those named in `changed` in their new form, everything else as it was, in the order it was; new ones last. */
function put<T, K extends keyof T>(before: readonly T[], changed: readonly T[], key: K): readonly T[] {
  const next = new Map(changed.map((part) => [part[key], part]));
  const kept = before.map((part) => next.get(part[key]) ?? part);
  const known = new Set(before.map((part) => part[key]));
  return [...kept, ...changed.filter((part) => !known.has(part[key]))];
}

/** "Not seen" and a level contradict each other: the level goes. */
const plain = (part: CapabilityPart): CapabilityPart => (part.notSeen ? { ...part, level: null } : part);

/** A draft with what was just written; the facts are never touched by it. */
export function withChange(report: SupervisorReport, change: SupervisorReportChange): SupervisorReport {
  const { capabilities = [], domains = [], ...rest } = change;
  return {
    ...report,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    capabilities: put(report.capabilities, capabilities.map(plain), 'code'),
    domains: put(report.domains, domains, 'id'),
  };
}
