import type { AppUnderTest } from './app-under-test.ts';

export const testAuthor = {
  name: 'Dr Test Supervisor (invented)',
  gmcNumber: '0000005',
  role: 'Consultant in acute medicine',
} as const;

export const testExample = () => ({
  id: crypto.randomUUID(),
  situation: 'On the ward round of 3 March.',
  behaviour: 'Asked each nurse for their view before deciding.',
  impact: 'A drug interaction was found in time.',
  nextStep: 'Lead the round alone once a week.',
});

/** How somebody on another's laptop seals. */
export const authorSealing = {
  passphrase: 'the supervisor’s own words',
  identityCheck: 'staff-badge',
  newKey: false,
} as const;

/** A draft with everything written. @param author null: the vault's owner. */
export async function writtenReport(
  { client }: Pick<AppUnderTest, 'client'>,
  portfolioId: string,
  author: typeof testAuthor | null = testAuthor,
  review: string | null = null,
) {
  const { supervisorReports } = client;
  const { report } = await supervisorReports.begin({ portfolioId, review, period: null, author });
  const [first, second, ...others] = report.facts.capabilities;
  if (first === undefined || second === undefined) throw new Error('too few capabilities');
  return supervisorReports.save({
    portfolioId,
    id: report.id,
    change: {
      capabilities: [
        { code: first.code, level: 'indirect', comment: 'Safe on call.', notSeen: false },
        { code: second.code, level: null, comment: '', notSeen: true },
        ...others.map(({ code }) => ({ code, level: 'direct' as const, comment: '', notSeen: false })),
      ],
      domains: report.facts.domains.map(({ id }) => ({ id, comment: 'As expected.' })),
      strengths: 'Calm, kind, curious.',
      development: 'Research and its methods.',
      examples: [testExample()],
      recommendation: 'ready-for-review',
      recommendationReason: 'A full year with steady growth.',
    },
  });
}
