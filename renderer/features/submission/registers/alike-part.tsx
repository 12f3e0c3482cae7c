import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import classes from '../submission.module.css';

/** Names that may mean one place: joined where somebody says so. */
export function AlikePart(props: {
  readonly alike: readonly { readonly one: string; readonly other: string }[];
}) {
  const { portfolioId } = usePortfolio();
  const join = useMutation(api.registers.joinPlaces.mutationOptions());
  if (props.alike.length === 0) return null;
  return (
    <Section
      title="One place or two?"
      intro="These names look alike. Choose the one to keep; it is written everywhere the other stands, as one step you can undo."
    >
      <ul className={classes.list}>
        {props.alike.map(({ one, other }) => (
          <li key={`${one} ${other}`} className={classes.line}>
            <span className={classes.words}>
              {one}
              <br />
              {other}
            </span>
            <Group gap="xs">
              {(
                [
                  [one, other],
                  [other, one],
                ] as const
              ).map(([kept, gone]) => (
                <Button
                  key={kept}
                  variant="default"
                  size="xs"
                  loading={join.isPending}
                  onClick={() => join.mutate({ portfolioId, from: gone, to: kept })}
                >
                  Keep “{kept}”
                </Button>
              ))}
            </Group>
          </li>
        ))}
      </ul>
      {join.error === null ? null : <FailedState error={join.error} />}
    </Section>
  );
}
