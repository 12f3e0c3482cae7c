import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import type { CvView } from '#shared/contract/cv.ts';
import type { CvSection } from '#shared/domain/cv/cv.ts';
import { ContactPart } from './contact-part.tsx';
import { CvPreview } from './cv-preview.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FindingsPart } from './findings-part.tsx';
import { FurtherPart } from './further-part.tsx';
import { GapsPart } from './gaps-part.tsx';
import { LinesPart } from './lines-part.tsx';
import { PostsPart } from './posts-part.tsx';
import { goToPost } from './use-cv.ts';

const route = getRouteApi('/portfolio-screens/cv');

function Part({ section, view }: { readonly section: CvSection; readonly view: CvView }) {
  switch (section) {
    case 'contact':
      return <ContactPart view={view} />;
    case 'posts':
      return <PostsPart view={view} />;
    case 'gaps':
      return <GapsPart view={view} />;
    case 'further':
      return <FurtherPart view={view} />;
    default:
      return <LinesPart section={section} view={view} />;
  }
}

function Parts({ view }: { readonly view: CvView }) {
  const { post } = route.useSearch();
  const [begun, setBegun] = useState(false);
  // Only once: what is changed later must not take the focus away.
  useEffect(() => {
    if (post !== undefined) goToPost(post);
  }, [post]);
  const empty = view.posts.length === 0 && view.lines.length === 0 && view.suggestions.length === 0 && !begun;
  if (empty)
    return (
      <EmptyState
        icon={IconId}
        title="Begin with your posts"
        action={<Button onClick={() => setBegun(true)}>Begin your CV</Button>}
      >
        List every post back to your primary qualification. Contracts and letters you logged as evidence are
        offered as posts, and publications and qualifications come in by themselves.
      </EmptyState>
    );
  return (
    <>
      <FindingsPart view={view} />
      {view.order.map((section) => (
        <Part key={section} section={section} view={view} />
      ))}
    </>
  );
}

/** The CV in the order the GMC asks for, with what is worth a look beside it. */
export function CvScreen() {
  const { portfolioId } = usePortfolio();
  const { preview = false } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(api.cv.get.queryOptions({ input: { portfolioId }, staleTime: 0 }));
  return (
    <>
      <PageHeader
        title="CV"
        intro="In the GMC’s order, from your posts and your evidence, so that nothing is typed twice. Kept for you alone."
        actions={
          <Group gap="xs">
            <LinkButton to={paths.timeline} variant="default">
              Timeline
            </LinkButton>
            <ExportMenu disabled={(query.data?.posts.length ?? 0) === 0} />
          </Group>
        }
      />
      <QueryStates query={query} what="the CV">
        {(view) => (
          <Stack gap="md">
            <SegmentedControl
              aria-label="Show"
              maw="16rem"
              data={[
                { value: 'parts', label: 'Write' },
                { value: 'preview', label: 'Preview' },
              ]}
              value={preview ? 'preview' : 'parts'}
              onChange={(value) =>
                void navigate({ search: value === 'preview' ? { preview: true } : {}, replace: true })
              }
            />
            {preview ? <CvPreview document={view.document} /> : <Parts view={view} />}
          </Stack>
        )}
      </QueryStates>
    </>
  );
}
