import { Button, Group, Select, Text, VisuallyHidden } from '@mantine/core';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { Caution } from '#renderer/ui/caution.tsx';
import type { Link } from '#shared/domain/evidence.ts';
import classes from './capabilities-section.module.css';

/** Links to capabilities of guidance the item or the portfolio has left, each with what it was and a way on. */
export function OtherGuidance(props: {
  readonly links: readonly Link[];
  readonly onRemove: (code: string) => void;
  readonly onMove: (code: string, to: string) => void;
}) {
  const { portfolio, pack } = usePortfolio();
  if (props.links.length === 0) return null;
  const formerOf = (code: string) => portfolio.former?.find((one) => one.code === code);
  return (
    <Caution title="Not in this guidance">
      These links name capabilities of other guidance. They count towards nothing here. Say where each
      belongs, or take it away.
      <ul className={classes.list}>
        {props.links.map(({ capability, pages, note }) => {
          const former = formerOf(capability);
          return (
            <li key={capability}>
              <Text size="sm">
                <strong>{former?.was ?? capability}</strong>
                {former === undefined || former.title === ''
                  ? ''
                  : ` was: ${former.title} (${former.guidance})`}
                {[pages, note].filter((part) => part !== '').map((part) => `. ${part}`)}
              </Text>
              <Group gap="sm" mt={4}>
                <Select
                  size="xs"
                  w="20rem"
                  maw="100%"
                  searchable
                  placeholder="Belongs to …"
                  nothingFoundMessage="Nothing found"
                  aria-label={`The link to ${capability} belongs to`}
                  data={pack.capabilities.map(({ code, title }) => ({
                    value: code,
                    label: `${code} ${title}`,
                  }))}
                  value={null}
                  onChange={(to) => (to === null ? undefined : props.onMove(capability, to))}
                />
                <Button size="xs" variant="default" onClick={() => props.onRemove(capability)}>
                  Remove<VisuallyHidden> the link to {capability}</VisuallyHidden>
                </Button>
              </Group>
            </li>
          );
        })}
      </ul>
    </Caution>
  );
}
