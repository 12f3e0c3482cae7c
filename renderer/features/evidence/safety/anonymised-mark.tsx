import { Button, Group, Text } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { anonymisationOf } from '#shared/domain/identifiers/anonymisation.ts';
import { MarkForm } from './mark-form.tsx';

const openWords = (open: number | null | undefined) => {
  if (open === null) return ' Not every file had been checked then.';
  return open === undefined || open === 0 ? '' : ` ${count(open, 'finding')} of the check were open then.`;
};

/** Who marked the item, and whether that still holds; or a way to mark it. */
export function AnonymisedMark(props: { readonly item: EvidenceItem; readonly open: number | null }) {
  const { item, open } = props;
  const { portfolioId } = usePortfolio();
  const [marking, setMarking] = useState(false);
  const withdraw = useMutation(api.identifiers.withdrawAnonymised.mutationOptions());
  const { anonymised } = item;
  const state = anonymisationOf(item);
  if (marking) return <MarkForm itemId={item.id} open={open} onDone={() => setMarking(false)} />;
  return (
    <div>
      {anonymised === undefined ? null : (
        <Text size="sm" mb="xs">
          {anonymised.by}, {anonymised.institution}, looked at every page on <UkDate date={anonymised.on} />.
          {openWords(anonymised.openHits)}
          {state === 'stale' ? ' Files were added or replaced since: they need another look.' : ''}
        </Text>
      )}
      <Group gap="sm">
        <Button
          variant={state === 'done' ? 'default' : 'filled'}
          leftSection={<IconUserCheck size={18} aria-hidden />}
          onClick={() => setMarking(true)}
        >
          {anonymised === undefined ? 'Mark as anonymised …' : 'Mark again …'}
        </Button>
        {anonymised === undefined ? null : (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ portfolioId, id: item.id })}
          >
            Take the mark back
          </Button>
        )}
      </Group>
      {withdraw.error === null ? null : <FailedState error={withdraw.error} />}
    </div>
  );
}
