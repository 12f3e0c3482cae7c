import { UnstyledButton } from '@mantine/core';
import { createContext, type ReactNode, useContext } from 'react';
import type { CoverageQuestion } from '#shared/domain/coverage/items-behind.ts';
import classes from './coverage.module.css';

/** Opens the list of the items behind a number. */
export const AskItems = createContext<(question: CoverageQuestion) => void>(() => undefined);

/** A number that shows on a click which items it counts. */
export function NumberButton(props: { readonly question: CoverageQuestion; readonly children: ReactNode }) {
  const ask = useContext(AskItems);
  return (
    <UnstyledButton className={classes.number} aria-haspopup="dialog" onClick={() => ask(props.question)}>
      {props.children}
    </UnstyledButton>
  );
}
