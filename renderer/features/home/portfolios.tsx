import { Button, Stack } from '@mantine/core';
import { choosePortfolio } from '#renderer/api/chosen-portfolio.ts';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import classes from './home.module.css';

/** Every portfolio of this vault, for people who look after several. */
export function Portfolios() {
  const { entries, current } = useCurrentShelf();
  return (
    <Section
      title="Portfolios"
      actions={
        <LinkButton to={paths.newPortfolio} variant="default" size="xs">
          New portfolio
        </LinkButton>
      }
    >
      <Stack component="ul" gap={0} className={classes.lines}>
        {entries.map((entry) => (
          <li key={entry.id} className={classes.line}>
            <span className={classes.lineWords}>{entry.doctorName}</span>
            {entry.id === current?.id ? (
              <ToneBadge tone="info">Open now</ToneBadge>
            ) : (
              <Button variant="default" size="xs" onClick={() => choosePortfolio(entry.id)}>
                Open
              </Button>
            )}
          </li>
        ))}
      </Stack>
    </Section>
  );
}
