import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconStairsUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { byWords } from '#renderer/text/feedback-words.ts';
import { dayWords } from '#renderer/text/format.ts';
import { ratingWords } from '#renderer/text/rating-words.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { RateForm } from '#renderer/ui/ratings/rate-form.tsx';
import type { Rating } from '#shared/domain/supervision/rating.ts';
import classes from './coverage.module.css';

function OneSide(props: { readonly title: string; readonly rating: Rating | null; readonly none: string }) {
  const { title, rating, none } = props;
  return (
    <div className={classes.rating}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {rating === null ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <>
          <Text size="sm">{ratingWords[rating.level].title}</Text>
          <Text size="sm" className={classes.reason ?? ''}>
            {rating.reason}
          </Text>
          <Text size="sm" c="dimmed">
            {byWords(rating.by, rating.device)}, {dayWords(rating.at)}
          </Text>
        </>
      )}
    </div>
  );
}

/** How the doctor rates themselves in a capability, and beside it how a supervisor does. */
export function CapabilityRatings({ code }: { readonly code: string }) {
  const { portfolioId } = usePortfolio();
  const query = useQuery(api.ratings.list.queryOptions({ input: { portfolioId } }));
  const [rating, setRating] = useState(false);
  return (
    <QueryStates query={query} what="the ratings" rows={2}>
      {({ side, capabilities }) => {
        const found = capabilities.find(({ capability }) => capability === code);
        const verb = side === 'doctor' ? 'Rate yourself' : 'Rate';
        return (
          <Stack gap="xs" align="flex-start">
            <div className={classes.ratings}>
              <OneSide
                title={side === 'doctor' ? 'You' : 'The doctor'}
                rating={found?.doctor ?? null}
                none={
                  side === 'doctor'
                    ? 'You have not rated yourself yet.'
                    : 'They have not rated themselves yet.'
                }
              />
              <OneSide
                title="Supervisor"
                rating={found?.supervisor ?? null}
                none="No supervisor has rated this yet."
              />
            </div>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconStairsUp size={16} aria-hidden />}
              aria-label={`${verb}: ${code}`}
              onClick={() => setRating(true)}
            >
              {verb}
            </Button>
            <Modal
              opened={rating}
              onClose={() => setRating(false)}
              title={`${verb}: ${code}`}
              size="lg"
              centered
            >
              <RateForm capability={code} inPerson={null} onDone={() => setRating(false)} />
            </Modal>
          </Stack>
        );
      }}
    </QueryStates>
  );
}
