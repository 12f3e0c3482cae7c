import { List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { failureOf } from '#renderer/api/failures.ts';
import { packFaultWords, packPlaceWords } from '#renderer/text/pack-fault-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import { FailedState } from '#renderer/ui/states.tsx';

/** Why a pack was not taken: each fault with its place, or whatever else stood in the way. */
export function FaultList({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  const known = failureOf(error);
  const issues = known?.code === 'INVALID' ? known.data.issues.filter(({ path }) => path[0] === 'pack') : [];
  if (issues.length === 0) return <FailedState error={error} />;
  return (
    <Note tone="bad" icon={IconAlertTriangle} role="alert" title="Not saved: this cannot be used yet">
      <List size="sm">
        {issues.map(({ path, code }) => (
          <List.Item key={`${path.join('.')} ${code}`}>
            {packPlaceWords(path.slice(1))}: {packFaultWords(code)}
          </List.Item>
        ))}
      </List>
    </Note>
  );
}
