import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { strengthWords } from '#renderer/text/coverage-words.ts';
import { StrengthBadge, strengthLooks } from '#renderer/ui/badges.tsx';
import { type CapabilityCoverage, strengths } from '#shared/domain/coverage/types.ts';
import classes from './coverage.module.css';

/** How many capabilities stand how, `3 counts met, 5 partial, 2 empty`. */
function tallyWords(capabilities: readonly CapabilityCoverage[]): string {
  return strengths
    .toReversed()
    .map((strength) => ({
      amount: capabilities.filter((capability) => capability.strength === strength).length,
      title: strengthWords[strength].title.toLowerCase(),
    }))
    .filter(({ amount }) => amount > 0)
    .map(({ amount, title }) => `${amount} ${title}`)
    .join(', ');
}

/** All capabilities at a glance: a filling circle each, which leads to it. */
export function Overview(props: {
  readonly capabilities: readonly CapabilityCoverage[];
  readonly onGo: (code: string) => void;
}) {
  const { capabilities, onGo } = props;
  return (
    <div>
      <ul className={classes.strip} aria-label="Capabilities at a glance">
        {capabilities.map(({ code, strength }) => {
          const Shape = strengthLooks[strength].icon;
          return (
            <li key={code}>
              <UnstyledButton className={classes.dot} onClick={() => onGo(code)}>
                <Shape size={18} aria-hidden />
                {code}
                <VisuallyHidden>: {strengthWords[strength].title}</VisuallyHidden>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      <Text size="sm" mt="xs">
        {tallyWords(capabilities)}
      </Text>
    </div>
  );
}

/** What the shapes mean. */
export function StrengthKey() {
  return (
    <ul className={classes.evidence}>
      {strengths.map((strength) => (
        <li key={strength}>
          <StrengthBadge strength={strength} />
          <span>{strengthWords[strength].meaning}</span>
        </li>
      ))}
    </ul>
  );
}
