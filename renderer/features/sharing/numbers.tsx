import classes from './sharing.module.css';

/** A few numbers side by side, each with what it counts. */
export function Numbers(props: { readonly numbers: readonly (readonly [what: string, number: string])[] }) {
  return (
    <dl className={classes.numbers}>
      {props.numbers.map(([what, number]) => (
        <div key={what} className={classes.number}>
          <dt>{what}</dt>
          <dd>{number}</dd>
        </div>
      ))}
    </dl>
  );
}
