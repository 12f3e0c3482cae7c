import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { today } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { draftOf } from './pack-draft.ts';
import { PackEditor } from './pack-editor.tsx';

/** One pack of one's own: a new version of it, or a first one made from a shipped pack. */
export function EditScreen() {
  const { id = '' } = useParams({ strict: false });
  const options = { staleTime: Number.POSITIVE_INFINITY };
  const pack = useQuery(api.guidance.get.queryOptions({ input: { packId: id }, ...options }));
  const packs = useQuery(api.guidance.list.queryOptions());
  const origin = packs.data?.find((one) => one.id === id)?.origin;
  return (
    <>
      <PageHeader
        title={origin === 'shipped' ? 'Make a pack of your own' : 'Edit your pack'}
        intro="Portfolios keep the version they use until their doctor moves them."
        actions={
          <LinkButton to={paths.guidance} variant="default">
            Back to guidance
          </LinkButton>
        }
      />
      <QueryStates query={packs} what="guidance packs">
        {() => (
          <QueryStates query={pack} what="the pack">
            {(found) => (
              <PackEditor
                key={`${found.id} ${found.version}`}
                start={draftOf(found, origin ?? 'shipped', today())}
                isNew={origin !== 'own'}
              />
            )}
          </QueryStates>
        )}
      </QueryStates>
    </>
  );
}
