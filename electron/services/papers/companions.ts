import type { ResponsePage } from '#shared/domain/programme/papers.ts';
import { safeName } from '#shared/domain/safe-names.ts';
import type { Ports } from '../ports.ts';
import { once } from '../read-pdf.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { letterheadNow, stepsOf } from './around-review.ts';
import { logoNamed } from './letterhead.ts';
import { type SignedReview, signedModel, signedReview } from './signed-model.ts';

/** Puts a PDF into the outbox. */
export async function keptPdf(ports: Ports, title: string, pdf: Uint8Array) {
  const name = safeName(`${title}.pdf`, 'Waymark.pdf');
  const kept = await ports.outbox.keep({ name, mediaType: 'application/pdf', bytes: once(pdf) });
  return { fileId: kept.id, name, size: kept.size };
}

/** Two pages of what the signed report says, under the letterhead it was signed under. */
export async function shortForm(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  review: SignedReview,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const model = await signedModel(portfolio, review);
  const logo = logoNamed(session.vault(), model.programme?.logo?.sha256);
  return ports.bindery.paper({ kind: 'short-report', model }, logo, signal);
}

/** What the doctor said after the release, and what was answered. */
export function saidOf({ store }: OpenPortfolio, review: SignedReview): ResponsePage['said'] {
  return stepsOf(store, review.id).flatMap((step): ResponsePage['said'] => {
    const { at, by } = step;
    const line = { at, by: by.name };
    if (step.kind === 'respond') return [{ ...line, kind: step.kind, text: step.text }];
    if (step.kind === 'ask-second-look') return [{ ...line, kind: step.kind, text: step.reason }];
    return step.kind === 'answer-second-look' ? [{ ...line, kind: step.answer, text: step.reason }] : [];
  });
}

export async function responsePage(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  review: SignedReview,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { doctor, sample } = portfolioOf(portfolio.store);
  const { signedAt, fingerprint } = review.signOff;
  const acknowledged = stepsOf(portfolio.store, review.id).find(({ kind }) => kind === 'acknowledge');
  const { programme } = letterheadNow(session.vault());
  const response: ResponsePage = {
    doctor,
    sample,
    heldOn: review.heldOn,
    outcome: review.outcome?.name ?? '',
    signedAt,
    fingerprint,
    acknowledgedAt: acknowledged?.at ?? null,
    said: saidOf(portfolio, review),
    madeBy: `Waymark ${ports.version}`,
    programme,
  };
  const logo = logoNamed(session.vault(), programme?.logo?.sha256);
  return ports.bindery.paper({ kind: 'response', response }, logo, signal);
}

/** What is printed of a signed review besides its report: made anew each time, kept nowhere. */
export function companionsPart(ports: Ports, session: Session) {
  const made =
    (title: string, make: typeof shortForm) =>
    async ({ portfolioId, id }: { readonly portfolioId: string; readonly id: string }) => {
      const portfolio = await session.portfolio(portfolioId);
      const review = signedReview(portfolio, id);
      const { name } = portfolioOf(portfolio.store).doctor;
      return keptPdf(
        ports,
        `${title}, ${name} ${review.heldOn}`,
        await make(ports, session, portfolio, review),
      );
    };
  return {
    shortForm: made('Short report', shortForm),
    response: made('Response', responsePage),
  };
}
