import { usualReportAge } from '#shared/guidance/supervisor-report.ts';
import type { OpenVault } from '../ports.ts';
import { settingsOf } from '../settings.ts';

/** How old a report may be on the day of the review, and whether the programme chose that. */
export function reportRuleOf(vault: OpenVault) {
  const { reportMonths } = settingsOf(vault);
  return {
    months: reportMonths ?? usualReportAge.months,
    own: reportMonths !== undefined,
    usual: usualReportAge,
  };
}

const monthWords = (months: number) => (months === 1 ? '1 month' : `${months} months`);

/** The rule as a report says it. */
export function ruleWords(vault: OpenVault): { readonly months: number; readonly rule: string } {
  const { months, own, usual } = reportRuleOf(vault);
  const rule = own
    ? `${monthWords(months)} old at most: this programme’s rule`
    : `${monthWords(months)} old at most, as ${usual.source.publisher}, ${usual.source.title}, says`;
  return { months, rule };
}
