import type { CvForm } from '#shared/contract/cv.ts';
import type { Services } from '#shared/contract/services.ts';
import { changedCv } from '#shared/domain/cv/change.ts';
import { noCvDetails } from '#shared/domain/cv/cv.ts';
import type { CvDocument } from '#shared/domain/cv/document.ts';
import type { Post, PostInput } from '#shared/domain/cv/post.ts';
import { timelineOf } from '#shared/domain/cv/timeline.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { safeName } from '#shared/domain/safe-names.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { cvOf, lifeOf } from './cv-of.ts';

export const cvMediaTypes: Readonly<Record<CvForm, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export const cvFileName = ({ person, on }: CvDocument, form: CvForm): string =>
  safeName(`CV ${person} ${on}.${form}`, `CV.${form}`);

/** Posts, what else a CV says, and the timeline. Kept for oneself alone. */
export function createCvService(ports: Ports, session: Session): Services['cv'] {
  const now = () => ports.clock.now().toISOString();
  const found = ({ store }: OpenPortfolio, id: Id): Post => {
    const post = store.get('posts', id);
    if (post === undefined) throw failure('NOT_FOUND', { what: 'post' });
    return post;
  };
  /** @param known evidence the post named already: it may be gone since, by a merge or a move. */
  const refuseUnknown = ({ store }: OpenPortfolio, { evidence }: PostInput, known: readonly Id[]) => {
    const before = new Set(known);
    if (evidence.some((id) => !before.has(id) && store.get('evidence', id) === undefined))
      throw failure('NOT_FOUND', { what: 'evidence' });
  };
  const inTurn = async <T>(portfolioId: Id, work: (portfolio: OpenPortfolio) => Promise<T>) => {
    const portfolio = await session.portfolio(portfolioId);
    return portfolio.inTurn(() => work(portfolio));
  };

  return {
    get: async ({ portfolioId }) =>
      cvOf(await session.portfolio(portfolioId), ports.clock.today(), ports.version),
    addPost: ({ portfolioId, post }) =>
      inTurn(portfolioId, async (portfolio) => {
        refuseUnknown(portfolio, post, []);
        const at = now();
        const value: Post = { ...post, id: ports.newId(), createdAt: at, updatedAt: at };
        await portfolio.store.commit('post.add', [{ collection: 'posts', id: value.id, value }]);
        return value;
      }),
    updatePost: ({ portfolioId, id, post }) =>
      inTurn(portfolioId, async (portfolio) => {
        const { createdAt, evidence } = found(portfolio, id);
        refuseUnknown(portfolio, post, evidence);
        const value: Post = { ...post, id, createdAt, updatedAt: now() };
        await portfolio.store.commit('post.update', [{ collection: 'posts', id, value }]);
        return value;
      }),
    removePost: ({ portfolioId, id }) =>
      inTurn(portfolioId, async (portfolio) => {
        found(portfolio, id);
        await portfolio.store.commit('post.remove', [{ collection: 'posts', id, value: null }]);
        return {};
      }),
    change: ({ portfolioId, change }) =>
      inTurn(portfolioId, async ({ store }) => {
        const { id } = portfolioOf(store);
        const at = now();
        const value = { ...changedCv(store.get('cvs', id) ?? noCvDetails(id, at), change), updatedAt: at };
        const action = change.kind === 'gap' ? 'cv.gap' : 'cv.update';
        await store.commit(action, [{ collection: 'cvs', id, value }]);
        return value;
      }),
    timeline: async ({ portfolioId }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { store, pack } = portfolio;
      return timelineOf({
        life: lifeOf(portfolio, ports.clock.today()),
        items: store.all('evidence').values(),
        reviews: store.all('reviews').values(),
        targetDate: portfolioOf(store).targetDate,
        gapDays: applicationGuideOf(pack).gap.days,
      });
    },
    print: async ({ portfolioId, form }) => {
      const open = await session.portfolio(portfolioId);
      const { document } = cvOf(open, ports.clock.today(), ports.version);
      const bytes = await ports.bindery.cv(document, form);
      const name = cvFileName(document, form);
      const { id, size } = await ports.outbox.keep({
        name,
        mediaType: cvMediaTypes[form],
        bytes: once(bytes),
      });
      return { fileId: id, name, size };
    },
  };
}
