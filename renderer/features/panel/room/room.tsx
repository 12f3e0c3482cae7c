import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { judgementWords } from '#renderer/text/review-words.ts';
import { paths } from '#renderer/ui/paths.ts';
import type { PanelRoom } from '#shared/contract/panel.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { judgementLevels } from '#shared/domain/review.ts';
import type { Sheet } from '#shared/domain/review-process/sheet.ts';
import { AgreedForm, type AgreedHandle, AgreedWords } from './agreed-form.tsx';
import { evidenceOf, prefetchCapability, prefetchDoctor } from './asked.ts';
import { BriefView } from './brief-view.tsx';
import { CapabilityMiddle } from './capability-middle.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { EvidencePane } from './evidence-pane.tsx';
import { HandOver } from './hand-over.tsx';
import { Interest } from './interest.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Notes } from './notes.tsx';
import { stateOfLine } from './own-draft.ts';
import { EndBar, OwnJudgement, withLine } from './own-judgement.tsx';
import classes from './room.module.css';
import { RoomHeader } from './room-header.tsx';
import { type ListedState, RoomList } from './room-list.tsx';
import { useRoomTimer } from './room-timer.tsx';
import { SideBySide } from './side-by-side.tsx';
import { useLooking } from './use-looking.ts';
import { type OwnSheet, useOwnSheet } from './use-own-sheet.ts';
import { useRoomKeys } from './use-room-keys.ts';

type At = { readonly portfolioId: string; readonly id: string };
// Which capability each member has open of each review, so that coming back does not begin anew.
const places = new Map<string, number>();

function listed(room: PanelRoom, own: OwnSheet, code: string): ListedState {
  if (room.compared) {
    const agreed = room.review.judgements.find(({ capability }) => capability === code);
    return agreed === undefined
      ? { is: 'none', words: 'Not agreed yet' }
      : { is: 'judged', words: `Agreed: ${judgementWords[agreed.level].title.toLowerCase()}` };
  }
  const line = own.draft.lines.get(code);
  const is = stateOfLine(line);
  if (is === 'judged' && line?.level != null) return { is, words: judgementWords[line.level].title };
  return { is, words: is === 'begun' ? 'Reason or level missing' : 'Not judged by you' };
}

/** One doctor, with whoever sits here. */
export function Room(props: {
  readonly at: At;
  readonly room: PanelRoom;
  readonly pack: GuidancePack;
  readonly sheet: Sheet | null;
}) {
  const { at, room, pack } = props;
  const { lines } = room;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [place, setPlace] = useState(() => places.get(`${at.id} ${room.here}`) ?? -1);
  const [comparing, setComparing] = useState(false);
  const [helping, setHelping] = useState(false);
  const own = useOwnSheet(at, room.here ?? '', props.sheet, room.writing && room.here !== null);
  const timer = useRoomTimer(at.id);
  const reasonRef = useRef<HTMLTextAreaElement>(null);
  const noteRef = useRef<HTMLTextAreaElement>(null);
  const agreed = useRef<AgreedHandle>(null);
  const line = lines[place];
  const code = line?.code ?? '';
  const looking = useLooking(code);
  const me = room.standings.find(({ member }) => member.id === room.here);
  const isChair = me?.member.role === 'chair';
  const day = useQuery(api.panel.day.queryOptions({ input: { on: room.review.heldOn } }));
  const doctors = day.data?.reviews ?? [];
  const now = doctors.findIndex(({ id }) => id === at.id);
  const { portfolioId, id } = at;

  const next = doctors[now + 1];
  const before = doctors[now - 1];
  useEffect(() => {
    for (const near of [next, before])
      if (near?.handedIn === true)
        void prefetchDoctor(queries, { portfolioId: near.portfolioId, id: near.id });
  }, [queries, next, before]);
  const near = [lines[place + 1]?.code, lines[place - 1]?.code].join(' ');
  useEffect(() => {
    for (const one of near.split(' '))
      prefetchCapability(queries, { portfolioId, id }, one === '' ? undefined : one);
  }, [queries, portfolioId, id, near]);

  const go = (to: number) => {
    const wanted = Math.min(lines.length - 1, Math.max(-1, to));
    places.set(`${id} ${room.here}`, wanted);
    setPlace(wanted);
  };
  const toDoctor = (by: 1 | -1) => {
    const other = doctors[now + by];
    if (now < 0 || other === undefined) return;
    void navigate({ to: paths.panelRoom, params: { portfolioId: other.portfolioId, id: other.id } });
  };
  const openNext = async () => {
    if (code === '') return;
    const data = await queries.ensureInfiniteQueryData(evidenceOf(at, code));
    const rows = data.pages.flatMap((page) => page.rows);
    const row = rows[(rows.findIndex((one) => one.id === looking.item) + 1) % Math.max(1, rows.length)];
    if (row !== undefined) looking.openItem(row);
  };
  const canCompare = isChair && room.writing;
  useRoomKeys({
    capability: (by) => go(place + by),
    doctor: toDoctor,
    level: (at) => {
      const level = judgementLevels[at];
      if (code === '' || level === undefined) return;
      if (room.compared) agreed.current?.level(at);
      else if (own.open && own.draft.interest?.kind === 'none' && me?.not === null)
        withLine(own, code, { level });
      requestAnimationFrame(() => reasonRef.current?.focus());
    },
    evidence: () => void openNext(),
    page: (by) => looking.turn(looking.page + by),
    note: () => noteRef.current?.focus(),
    timer: timer.toggle,
    compare: () => canCompare && setComparing(true),
    help: () => setHelping(true),
  });

  const judging = () => {
    if (me === undefined || room.compared) return null;
    return code === '' ? (
      own.draft.interest === null && me.not !== 'doctor' ? (
        <Interest own={own} />
      ) : (
        <EndBar own={own} />
      )
    ) : (
      <OwnJudgement own={own} standing={me} code={code} reasonRef={reasonRef} />
    );
  };
  return (
    <div className={classes.room}>
      <RoomHeader
        at={at}
        room={room}
        doctors={{ place: now, total: doctors.length, onMove: toDoctor }}
        timer={timer}
        onCompare={canCompare ? () => setComparing(true) : undefined}
        onHelp={() => setHelping(true)}
        flush={own.flush}
      />
      <CompareDialog
        at={at}
        room={room}
        opened={comparing}
        flush={own.flush}
        onClose={() => setComparing(false)}
      />
      <KeysDialog opened={helping} onClose={() => setHelping(false)} />
      <div className={classes.panes} data-alone={room.here === null || undefined}>
        <div className={classes.left} hidden={room.here === null}>
          <RoomList lines={lines} stateOf={(one) => listed(room, own, one)} at={place} onGo={go} />
        </div>
        {room.here === null ? (
          <div className={classes.middle}>
            <HandOver at={at} room={room} />
          </div>
        ) : (
          <>
            <div className={classes.middle}>
              <section
                className={classes.reading}
                data-scrolls
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
                tabIndex={0}
                aria-labelledby="capability-heading"
              >
                {line === undefined ? (
                  <BriefView brief={room.brief} />
                ) : (
                  <CapabilityMiddle pack={pack} line={line} at={place} total={lines.length}>
                    {room.compared ? <SideBySide at={at} room={room} code={code} /> : null}
                  </CapabilityMiddle>
                )}
              </section>
              <div className={classes.judging}>
                {judging()}
                {!room.compared || line === undefined ? null : isChair && room.review.state !== 'signed' ? (
                  <AgreedForm
                    key={code}
                    at={at}
                    room={room}
                    code={code}
                    handle={agreed}
                    reasonRef={reasonRef}
                  />
                ) : (
                  <AgreedWords room={room} code={code} />
                )}
              </div>
            </div>
            <aside className={classes.right} aria-label="Evidence and notes">
              {line === undefined ? null : <EvidencePane at={at} code={code} looking={looking} />}
              {room.withDoctor || me?.not === 'doctor' || room.compared ? null : (
                <Notes own={own} code={code} noteRef={noteRef} />
              )}
            </aside>
          </>
        )}
      </div>
    </div>
  );
}
