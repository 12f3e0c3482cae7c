import { Button } from '@mantine/core';
import { today } from '#renderer/text/format.ts';
import classes from './today-button.module.css';

/** Below a field for a day, in line with it. @param label where more than one is on the page. */
export function TodayButton(props: { readonly label?: string; readonly onDay: (day: string) => void }) {
  const { label, onDay } = props;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      mt={4}
      className={classes.today ?? ''}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onClick={() => onDay(today())}
    >
      Today
    </Button>
  );
}
