import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import classes from './disclosure.module.css';

/** A line that opens what belongs to it. What is inside is only made when it is first opened. */
export function Disclosure(props: { readonly label: ReactNode; readonly children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  const id = useId();
  return (
    <div>
      <UnstyledButton
        className={classes.toggle ?? ''}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened((was) => !was)}
      >
        <IconChevronRight size={18} aria-hidden className={classes.chevron} />
        <span className={classes.label}>{props.label}</span>
      </UnstyledButton>
      <div id={id} className={classes.inside} hidden={!opened}>
        {opened ? props.children : null}
      </div>
    </div>
  );
}
