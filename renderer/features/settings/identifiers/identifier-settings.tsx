import { Radio, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { type IdentifierSettings, identifierSettingsSchema } from '#shared/domain/identifiers/settings.ts';
import { CheckAgain } from './check-again.tsx';
import { PatternsPart } from './patterns-part.tsx';
import { PostcodesPart } from './postcodes-part.tsx';

const dates = [
  {
    value: 'warn',
    label: 'Dates with a sign of it',
    description:
      'A label such as “DOB” or “born”, a column of that name, or a place beside an NHS number or sex.',
  },
  {
    value: 'all',
    label: 'Every date on which somebody could have been born',
    description: 'The strictest: finds dates without a label, and many that are harmless.',
  },
  {
    value: 'ignore',
    label: 'None: dates of birth may stay',
    description: 'The GMC’s earlier pages let them stay, for they show your case mix. Your Trust may not.',
  },
];
const dateChoice = identifierSettingsSchema.shape.datesOfBirth;

/** How identifiers are looked for in this vault. Each change is kept at once. */
export function IdentifierSettingsPart() {
  const settings = useQuery(api.identifiers.settings.queryOptions({ staleTime: 0 }));
  const { current } = useCurrentShelf();
  const change = useMutation(api.identifiers.changeSettings.mutationOptions());
  return (
    <QueryStates query={settings} what="how identifiers are looked for">
      {(now) => {
        const save = (part: Partial<IdentifierSettings>) => change.mutate({ ...now, ...part });
        const busy = change.isPending;
        return (
          <Stack gap="md">
            <Section
              title="Dates of birth"
              intro="Which dates the identifier check points out, in files and in what you write."
            >
              <Radio.Group
                aria-label="Dates of birth"
                value={now.datesOfBirth}
                onChange={(value) => {
                  const datesOfBirth = dateChoice.safeParse(value).data;
                  if (datesOfBirth !== undefined) save({ datesOfBirth });
                }}
              >
                <Stack gap="xs">
                  {dates.map((choice) => (
                    <Radio key={choice.value} {...choice} disabled={busy} />
                  ))}
                </Stack>
              </Radio.Group>
            </Section>
            <PatternsPart
              patterns={now.hospitalPatterns}
              busy={busy}
              onChange={(hospitalPatterns) => save({ hospitalPatterns })}
            />
            <PostcodesPart
              postcodes={now.hospitalPostcodes ?? []}
              busy={busy}
              onChange={(hospitalPostcodes) => save({ hospitalPostcodes })}
            />
            {change.error === null ? null : <FailedState error={change.error} />}
            {current === undefined ? null : <CheckAgain portfolioId={current.id} />}
          </Stack>
        );
      }}
    </QueryStates>
  );
}
