import { Button, Stack, Text } from '@mantine/core';
import { IconEyeCheck, IconScan } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { anonymisationOf, sharedFileOf } from '#shared/domain/identifiers/anonymisation.ts';
import { type CheckHit, nothingFoundWords } from '#shared/domain/identifiers/check.ts';
import { decidedFileOf } from '#shared/domain/identifiers/dismissal.ts';
import { canRedact, kindOfFile } from '#shared/domain/redaction/file-type.ts';
import { AnonymisedMark } from './anonymised-mark.tsx';
import { groupsOf } from './group-hits.ts';
import { HitList } from './hit-list.tsx';
import classes from './identifiers.module.css';
import { LeftHits } from './left-hits.tsx';
import { SafetyBadges } from './safety-badges.tsx';
import { useCheck } from './use-check.ts';

const decisionOn = ({ place, rule, what }: CheckHit) => ({ file: decidedFileOf(place), rule, what });

/**
 * What in an item may identify somebody: found by rules, decided by a person. `onShow`: for whoever can show a hit on
 * its page.
 */
export function IdentifiersPanel(props: {
  readonly itemId: string;
  readonly onShow?: (hit: CheckHit) => void;
}) {
  const { itemId: id, onShow } = props;
  const { portfolioId } = usePortfolio();
  const { standing, item, job, check } = useCheck(portfolioId, id);
  const dismiss = useMutation(api.identifiers.dismiss.mutationOptions());
  const reopen = useMutation(api.identifiers.reopen.mutationOptions());
  const busy = dismiss.isPending || reopen.isPending;
  const fault = dismiss.error ?? reopen.error;
  return (
    <Section
      title="Identifiers"
      intro="Rules look for what may identify a patient, a relative or a colleague, on this computer alone. They miss things: every page still needs your eyes."
      actions={
        <Button
          variant="default"
          leftSection={<IconScan size={18} aria-hidden />}
          loading={job.running}
          onClick={check}
        >
          Check now
        </Button>
      }
    >
      <Stack gap="md">
        <JobProgress watched={job.watched} label="Looking for identifiers" unit="file" onRetry={check} />
        <QueryStates query={standing} what="the identifier check" rows={2}>
          {(result) => {
            const left = result.hits.filter(({ dismissed }) => dismissed !== null);
            const oftenAllowed = result.hits.filter(
              ({ dismissed, confidence }) => dismissed === null && confidence === 'low',
            ).length;
            const actions = {
              busy,
              onDismiss: (hit: CheckHit, reason: string) =>
                dismiss.mutate({ portfolioId, id, hit: decisionOn(hit), reason }),
              redactable: (shared: string) => {
                const file = item.data?.attachments.find((one) => sharedFileOf(one).hash === shared);
                return file !== undefined && canRedact(kindOfFile(file))
                  ? { id, hash: file.hash }
                  : undefined;
              },
              ...(onShow === undefined ? {} : { onShow }),
            };
            return (
              <>
                <div className={classes.states}>
                  <SafetyBadges
                    check={result.state}
                    mark={item.data === undefined ? 'none' : anonymisationOf(item.data)}
                  />
                </div>
                {result.state === 'none-found' ? (
                  <Note tone="info" icon={IconEyeCheck} title={nothingFoundWords} />
                ) : null}
                <HitList groups={groupsOf(result, 'open')} actions={actions} />
                {oftenAllowed === 0 ? null : (
                  <Disclosure
                    label={`${count(oftenAllowed, 'finding')} often allowed: colleagues’ names and the like`}
                  >
                    <HitList groups={groupsOf(result, 'often-allowed')} actions={actions} />
                  </Disclosure>
                )}
                {result.cutShort ? (
                  <Text size="sm">There is more than is listed here: files like these need a person.</Text>
                ) : null}
                {fault === null ? null : <FailedState error={fault} />}
                <LeftHits
                  hits={left}
                  busy={busy}
                  onReopen={(hit) => reopen.mutate({ portfolioId, id, hit: decisionOn(hit) })}
                />
                {item.data === undefined ? null : (
                  <AnonymisedMark
                    item={item.data}
                    open={result.files.some(({ state }) => state === 'unchecked') ? null : result.open}
                  />
                )}
              </>
            );
          }}
        </QueryStates>
      </Stack>
    </Section>
  );
}
