import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Section } from '#renderer/ui/section.tsx';
import type { PagePlace } from '#renderer/ui/viewer/sheet-types.ts';
import { byPage, type Mark } from '#shared/domain/redaction/marks.ts';
import { nameOfMark } from './mark-names.ts';
import { MarkNumbers } from './mark-numbers.tsx';
import classes from './panels.module.css';

export const markRowId = (id: number) => `mark-row-${id}`;

/** Every mark, page by page: to jump to, to place without a mouse, to remove. */
export function MarksPanel(props: {
  readonly marks: readonly Mark[];
  readonly page: number;
  readonly selected: number | null;
  /** The page on the screen, once it is drawn. */
  readonly place: PagePlace | null;
  readonly isPicture: boolean;
  readonly onAdd: () => void;
  readonly onShow: (mark: Mark) => void;
  readonly onBox: (mark: Mark, box: Pick<Mark, 'x' | 'y' | 'width' | 'height'>) => void;
  readonly onRemove: (marks: readonly Mark[]) => void;
}) {
  const { marks, page, selected, place, isPicture, onAdd, onShow, onBox, onRemove } = props;
  return (
    <Section
      title={marks.length === 0 ? 'Marks' : `Marks (${marks.length})`}
      intro="Draw one with the mouse, or add one and move it with the arrow keys."
    >
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={place === null}
        data-add-mark
        onClick={onAdd}
      >
        Add a mark on page {page}
      </Button>
      {marks.length === 0 ? (
        <Text size="sm" c="dimmed" mt="sm">
          Nothing is marked yet.
        </Text>
      ) : null}
      {byPage(marks).map(([number, some]) => (
        <div key={number}>
          <Group justify="space-between" mt="sm" gap="xs">
            <Text component="h3" size="sm" fw={700} m={0}>
              Page {number}
            </Text>
            {some.length < 2 ? null : (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Remove all ${some.length} marks of page ${number}`}
                onClick={() => onRemove(some)}
              >
                Remove all {some.length}
              </Button>
            )}
          </Group>
          <ul className={classes.rows} aria-label={`Marks of page ${number}`}>
            {some.map((mark, at) => {
              const name = `${nameOfMark(mark)}, mark ${at + 1} of page ${number}`;
              return (
                <li key={mark.id} className={classes.row}>
                  <Group justify="space-between" gap="xs" wrap="nowrap">
                    <Text size="sm">
                      {at + 1}. {nameOfMark(mark)}
                    </Text>
                    <Group gap={6} wrap="nowrap">
                      <Button
                        id={markRowId(mark.id)}
                        size="compact-sm"
                        variant="default"
                        aria-pressed={mark.id === selected}
                        aria-label={`Show and move: ${name}`}
                        onClick={() => onShow(mark)}
                      >
                        Show
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Remove: ${name}`}
                        onClick={() => onRemove([mark])}
                      >
                        Remove
                      </Button>
                    </Group>
                  </Group>
                  {mark.id === selected && place !== null && place.page === mark.page ? (
                    <MarkNumbers
                      mark={mark}
                      place={place}
                      isPicture={isPicture}
                      onBox={(box) => onBox(mark, box)}
                    />
                  ) : null}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </Section>
  );
}
