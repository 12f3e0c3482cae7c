import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SupervisorReport } from '#shared/domain/supervision/supervisor-report.ts';
import { type AppUnderTest, startApp, testProfile } from '#test/support/app-under-test.ts';
import {
  filledPortfolio,
  introduce,
  merged,
  newVault,
  previewOf,
  recipientProfile,
  writtenPackage,
} from '#test/support/package-apps.ts';
import { authorSealing, testAuthor, writtenReport } from '#test/support/supervisor-reports.ts';

// The sender is known, and holds the vault the records are in: whatever they write into it, they can send.
describe('supervisor’s reports a known sender has forged', () => {
  let sender: AppUnderTest;
  let receiver: AppUnderTest;
  let portfolioId: string;
  let recipient: string;
  beforeAll(async () => {
    [sender, receiver] = await Promise.all([startApp('in process'), startApp('in process')]);
    await Promise.all([newVault(sender, testProfile), newVault(receiver, recipientProfile)]);
    ({ portfolioId } = await filledPortfolio(sender));
    recipient = await introduce(receiver, sender);
    await introduce(sender, receiver);
  });
  afterAll(() => Promise.all([sender.close(), receiver.close()]));

  const storeOf = async ({ app }: AppUnderTest) => (await app.session.portfolio(portfolioId)).store;
  const put = async (value: SupervisorReport) =>
    (await storeOf(sender)).commit('forged', [{ collection: 'supervisorReports', id: value.id, value }]);
  const sealed = async () => {
    const { report } = await writtenReport(sender, portfolioId, testAuthor);
    return (await sender.client.supervisorReports.seal({ portfolioId, id: report.id, ...authorSealing }))
      .report;
  };
  const sent = async () => {
    const recipients = [recipient];
    const { bytes } = await writtenPackage(sender, { portfolioId, audience: 'panel', recipients });
    return previewOf(receiver, bytes);
  };

  it('are not taken without their seal, nor changed since, nor in place of a sealed one', async () => {
    const whole = await sealed();
    const first = await sent();
    expect(first.refused).toEqual([]);
    expect(first.signed).toMatchObject([
      { id: whole.id, signatures: [{ name: testAuthor.name, part: 'supervisor-report', holds: true }] },
    ]);
    await merged(receiver, first.openId);
    expect((await storeOf(receiver)).get('supervisorReports', whole.id)).toEqual(whole);

    const other: SupervisorReport = { ...whole, id: crypto.randomUUID() };
    await put(other);
    await put({ ...whole, strengths: 'Written after the seal.' });
    const second = await sent();
    expect(new Map(second.refused.map(({ id, why }) => [id, why]))).toEqual(
      new Map([
        [whole.id, 'seal-mismatch'],
        [other.id, 'seal-missing'],
      ]),
    );
    await merged(receiver, second.openId);
    const kept = await storeOf(receiver);
    expect(kept.get('supervisorReports', whole.id)).toEqual(whole);
    expect(kept.get('supervisorReports', other.id)).toBeUndefined();

    // Back to a draft: that would take the place of a sealed one as well.
    await put({ ...whole, state: 'draft', sealedOn: null, sealed: null });
    const third = await sent();
    await merged(receiver, third.openId);
    expect((await storeOf(receiver)).get('supervisorReports', whole.id)).toEqual(whole);
  });
});
