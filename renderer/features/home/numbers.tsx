import { strengthWords } from '#renderer/text/coverage-words.ts';
import { count } from '#renderer/text/format.ts';
import { StrengthBadge } from '#renderer/ui/badges.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import { strengths } from '#shared/domain/coverage/types.ts';
import classes from './home.module.css';

/** The portfolio in one line: how much there is, and how the capabilities stand. */
export function Numbers(props: { readonly map: CoverageMap }) {
  const { map } = props;
  const standing = (strength: (typeof strengths)[number]) =>
    map.capabilities.filter((coverage) => coverage.strength === strength).length;
  return (
    <ul className={classes.numbers} aria-label="The portfolio in numbers">
      <li>
        <TextLink to={paths.evidence} size="sm">
          {count(map.items, 'evidence item')}
        </TextLink>
      </li>
      {map.unlinked === 0 ? null : <li>{count(map.unlinked, 'item')} linked to no capability</li>}
      {strengths.map((strength) => (
        <li key={strength} title={strengthWords[strength].meaning}>
          <strong>{standing(strength)}</strong> <StrengthBadge strength={strength} />
        </li>
      ))}
    </ul>
  );
}
