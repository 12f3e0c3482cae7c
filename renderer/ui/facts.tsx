import type { ReactNode } from 'react';
import classes from './facts.module.css';

/** Terms and what they are, side by side; one under the other where there is little room. */
export function Facts(props: { readonly facts: readonly (readonly [term: string, what: ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {props.facts.map(([term, what]) => (
        <div key={term} className={classes.fact}>
          <dt>{term}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
