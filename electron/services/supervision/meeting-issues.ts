import type { Issue } from '#shared/domain/failure-codes.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { MeetingPlan } from '#shared/domain/supervision/meeting.ts';

/**
 * What the schema alone cannot see of a meeting: capabilities of no pack, one line twice, and that there is one doctor,
 * whose meeting it is.
 * @param under where the meeting stands in what was sent.
 */
export function meetingIssues(
  { people, agenda }: Pick<MeetingPlan, 'people' | 'agenda'>,
  pack: GuidancePack,
  under: string,
): readonly Issue[] {
  const issues: Issue[] = [];
  if (people.filter(({ part }) => part === 'doctor').length !== 1)
    issues.push({ path: [under, 'people'], code: 'one-doctor' });
  const codes = new Set(pack.capabilities.map(({ code }) => code));
  const seen = new Set<string>();
  agenda.forEach(({ id, capability }, at) => {
    if (capability !== null && !codes.has(capability))
      issues.push({ path: [under, 'agenda', at, 'capability'], code: 'unknown-capability' });
    if (seen.has(id)) issues.push({ path: [under, 'agenda', at, 'id'], code: 'line-twice' });
    seen.add(id);
  });
  return issues;
}
