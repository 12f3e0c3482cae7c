import { describe, expect, it } from 'vitest';
import { createCoverageIndex } from '#shared/domain/coverage/coverage-index.ts';
import { nextSteps } from '#shared/domain/next-steps/rank.ts';
import { listActions } from '#shared/domain/supervision/action-list.ts';
import { agendaReasons, agendaSuggestions } from '#shared/domain/supervision/agenda.ts';
import type { AgendaLine } from '#shared/domain/supervision/meeting.ts';
import { guidancePacks } from '#shared/guidance/packs.ts';
import { trackedOf } from './samples.ts';

const today = '2026-11-21';
const [pack] = guidancePacks;
if (pack === undefined) throw new Error('no pack');
const map = createCoverageIndex(pack, { targetDate: '2028-01-31', notVerified: [] }).map(today);
const late = trackedOf({ what: 'Late', dueOn: '2026-10-01' });
const soon = trackedOf({ what: 'Soon', dueOn: '2026-12-01' });
const over = trackedOf({ what: 'Over', status: 'done', closedOn: '2026-10-01' });
const facts = { pack, map, actions: listActions([], [soon, over, late], today) };
const lineFor = (change: Partial<AgendaLine>): AgendaLine => ({
  id: crypto.randomUUID(),
  text: 'x',
  capability: null,
  action: null,
  from: 'added',
  done: false,
  ...change,
});

describe('what could stand on an agenda', () => {
  it('is open actions, the late ones first, then thin capabilities as the next steps rank them', () => {
    const all = agendaSuggestions(facts, []);
    expect(all.slice(0, 2).map(({ text }) => text)).toEqual(['Late', 'Soon']);
    const thin = all.slice(2);
    expect(thin.every(({ kind }) => kind === 'thin')).toBe(true);
    const ranked = nextSteps(pack, map, { falling: [], unverified: 0, unanonymised: 0 }).flatMap(
      ({ capability }) => capability ?? [],
    );
    expect(thin.map(({ capability }) => capability)).toEqual([...new Set(ranked)]);
    expect(thin.length).toBeGreaterThan(3);
  });

  it('is not what is on it already', () => {
    const [, , thin] = agendaSuggestions(facts, []);
    const agenda = [
      lineFor({ from: 'action', action: late.id }),
      lineFor({ from: 'thin', capability: thin?.capability ?? null }),
    ];
    const left = agendaSuggestions(facts, agenda);
    expect(left.map(({ text }) => text)).not.toContain('Late');
    expect(left.map(({ capability }) => capability)).not.toContain(thin?.capability);
    const why = agendaReasons(facts, [...agenda, lineFor({})]);
    expect([...why.values()]).toMatchObject([
      { kind: 'action', overdue: true, dueOn: '2026-10-01' },
      { kind: 'thin', strength: 'empty' },
    ]);
  });
});
