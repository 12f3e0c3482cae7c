import { type MeetingRules, meetingRulesSchema } from '#shared/domain/supervision/expected.ts';
import rules from './supervision.json' with { type: 'json' };

/** Which meetings a programme expects, each with where that was read. Suggestions: nothing is refused for want of one. */
export const meetingRules: MeetingRules = meetingRulesSchema.parse(rules);
