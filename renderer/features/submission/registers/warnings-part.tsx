import { IconAlertTriangle } from '@tabler/icons-react';
import { registerWarningWords } from '#renderer/text/register-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import type { Verifier } from '#shared/domain/registers/verifier.ts';
import type { RegisterWarning } from '#shared/domain/registers/warnings.ts';
import classes from '../submission.module.css';

/** What the rules say about who is asked for what. */
export function WarningsPart(props: {
  readonly warnings: readonly RegisterWarning[];
  readonly verifiers: readonly Verifier[];
}) {
  const { warnings, verifiers } = props;
  if (warnings.length === 0) return null;
  const nameOf = (id: string | null) => verifiers.find((verifier) => verifier.id === id)?.name ?? '';
  return (
    <Note tone="warn" icon={IconAlertTriangle} title="Worth a look">
      <ul className={classes.points}>
        {warnings.map((warning) => (
          <li key={`${warning.kind} ${warning.verifierId} ${warning.institution}`}>
            {registerWarningWords(warning, nameOf(warning.verifierId))}
          </li>
        ))}
      </ul>
    </Note>
  );
}
