import { Button, List, Modal, ScrollArea, Text } from '@mantine/core';
import { count } from '#renderer/text/format.ts';
import { issueWords } from '#renderer/text/issue-words.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';

export type Refused = {
  readonly count: number;
  readonly items: readonly {
    readonly id: EvidenceItem['id'];
    readonly title: string;
    readonly issues: readonly Issue[];
  }[];
};

/** Why, in one line: an answer that has no place, or what is missing. */
function why(issues: readonly Issue[]): string {
  const foreign = issues.filter(({ code }) => code === 'unknown-field').length;
  if (foreign > 0) return `${count(foreign, 'answer has', 'answers have')} no place in that type`;
  const missing = issues.filter(({ code }) => code === 'required').length;
  if (missing > 0) return `${count(missing, 'answer is', 'answers are')} missing`;
  const [first] = issues;
  return first === undefined ? '' : issueWords(first.code);
}

/** Items that stayed as they are, by name, and why. */
export function RefusedDialog(props: { readonly refused: Refused | null; readonly onClose: () => void }) {
  const { refused, onClose } = props;
  const items = refused?.items ?? [];
  const more = (refused?.count ?? 0) - items.length;
  return (
    <Modal
      opened={refused !== null}
      onClose={onClose}
      title={`${count(refused?.count ?? 0, 'item')} stayed as before`}
      centered
    >
      <Text size="sm" mb="sm">
        Nothing was lost. Open an item to complete or change it.
      </Text>
      <ScrollArea.Autosize mah="50vh" type="auto" tabIndex={0}>
        <List size="sm" spacing={6}>
          {items.map(({ id, title, issues }) => (
            <List.Item key={id}>
              <TextLink size="sm" to={paths.evidenceItem} params={{ id }}>
                {title}
              </TextLink>
              : {why(issues)}
            </List.Item>
          ))}
        </List>
        {more > 0 ? <Text size="sm">and {count(more, 'more item')}.</Text> : null}
      </ScrollArea.Autosize>
      <Button mt="md" onClick={onClose}>
        Done
      </Button>
    </Modal>
  );
}
