import type { ShownRequest } from '#shared/contract/requests.ts';
import { typeTitle } from '#shared/domain/pack-types.ts';
import type { SignOffForm } from '#shared/domain/programme/papers.ts';
import { safeName } from '#shared/domain/safe-names.ts';
import { invalid } from '../make-seal.ts';
import { logoFile, programmeOf } from '../papers/letterhead.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What the form says of a request: only what has no answer yet. */
function formFor(
  { store, pack }: OpenPortfolio,
  { request, items }: ShownRequest,
  version: string,
): SignOffForm {
  const titles = new Map(pack.capabilities.map(({ code, title }) => [code, title]));
  const { doctor, employer, sample } = portfolioOf(store);
  return {
    code: request.code,
    doctor,
    employer,
    specialty: pack.title,
    assessor: request.assessor,
    note: request.note,
    sentOn: request.sentOn,
    dueOn: request.dueOn,
    sample,
    madeBy: `Waymark ${version}`,
    items: items
      .filter(({ state }) => state === 'waiting' || state === 'unsound')
      .flatMap(({ id }, index) => {
        const item = store.get('evidence', id);
        if (item === undefined) return [];
        return [
          {
            number: index + 1,
            title: item.title,
            type: typeTitle(pack, item.type),
            from: item.startedOn,
            to: item.endedOn,
            place: item.place,
            files: item.attachments.length,
            capabilities: item.links.map(({ capability, note }) => ({
              code: capability,
              title: titles.get(capability) ?? '',
              shows: note,
            })),
          },
        ];
      }),
  };
}

/** A request as a form in the outbox. Fails with INVALID (`no-items`) for one that asks for a report. */
export async function formOf(ports: Ports, session: Session, portfolio: OpenPortfolio, shown: ShownRequest) {
  if (shown.request.kind !== 'sign-off') throw invalid(['id'], 'no-items');
  const { name: programme, trust, logo } = programmeOf(session.vault());
  const { base64: _, ...facts } = logo ?? { base64: '' };
  const bytes = await ports.bindery.paper(
    {
      kind: 'sign-off-form',
      programme: { name: programme, trust, logo: 'sha256' in facts ? facts : null },
      form: formFor(portfolio, shown, ports.version),
    },
    logo === null ? undefined : logoFile(logo),
  );
  const name = safeName(
    `Sign-off form for ${shown.request.assessor.name} ${shown.request.sentOn}.pdf`,
    'Sign-off form.pdf',
  );
  const { id, size } = await ports.outbox.keep({ name, mediaType: 'application/pdf', bytes: once(bytes) });
  return { fileId: id, name, size };
}
