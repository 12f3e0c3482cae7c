import type { Unopened } from '#shared/contract/programme.ts';
import { isFailure } from '#shared/domain/failure.ts';
import { type DoctorFacts, doctorFacts } from '#shared/domain/programme/facts.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { breathe } from '../slices.ts';

const own = ['NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER'] as const;
const ownFault = (thrown: unknown) =>
  isFailure(thrown) ? own.find((code) => code === thrown.failure) : undefined;

function factsOf({ store, pack }: OpenPortfolio, today: string): DoctorFacts {
  const { id, doctor, createdAt, breaks = [] } = portfolioOf(store);
  return doctorFacts(
    {
      portfolioId: id,
      doctor: doctor.name,
      specialty: pack.specialty,
      joinedOn: createdAt.slice(0, 10),
      breaks,
    },
    {
      reviews: [...store.all('reviews').values()],
      steps: [...store.all('steps').values()],
      reports: [...store.all('supervisorReports').values()],
      requests: [...store.all('requests').values()],
      tracked: [...store.all('actions').values()],
    },
    today,
  );
}

export type DoctorsHere = { readonly doctors: readonly DoctorFacts[]; readonly unopened: Unopened };

/**
 * What the portfolios of this vault say of their reviews, one after another: others have their turn in between. One that
 * cannot be opened is named, and the others are told of all the same.
 */
export async function doctorsHere(ports: Ports, session: Session): Promise<DoctorsHere> {
  const today = ports.clock.today();
  const sample = session.isSample();
  const doctors: DoctorFacts[] = [];
  const unopened: Unopened[number][] = [];
  for (const { id, doctorName } of [...session.vault().profile.all('shelf').values()]) {
    await breathe();
    try {
      const portfolio = await session.portfolio(id);
      if (portfolioOf(portfolio.store).sample && !sample) continue;
      await breathe();
      doctors.push(factsOf(portfolio, today));
    } catch (thrown) {
      const code = ownFault(thrown);
      if (code === undefined) throw thrown;
      unopened.push({ portfolioId: id, doctor: doctorName, code });
    }
  }
  return { doctors, unopened };
}
