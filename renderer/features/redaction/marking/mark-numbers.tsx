import { NumberInput } from '@mantine/core';
import type { PagePlace } from '#renderer/ui/viewer/sheet-types.ts';
import { type Mark, onPage } from '#shared/domain/redaction/marks.ts';
import classes from './panels.module.css';

const millimetres = 25.4 / 72; // for one point

const parts = [
  ['x', 'From the left'],
  ['y', 'From the top'],
  ['width', 'Width'],
  ['height', 'Height'],
] as const;

/** A mark's place in figures, for those who neither drag nor hold keys down. */
export function MarkNumbers(props: {
  readonly mark: Mark;
  readonly place: PagePlace;
  readonly isPicture: boolean;
  readonly onBox: (box: Mark) => void;
}) {
  const { mark, place, isPicture, onBox } = props;
  const unit = isPicture ? 1 : millimetres;
  return (
    <div className={classes.numbers}>
      {parts.map(([part, label]) => (
        <NumberInput
          key={part}
          size="xs"
          label={`${label} (${isPicture ? 'pixels' : 'mm'})`}
          value={Math.round(mark[part] * unit)}
          min={0}
          step={1}
          clampBehavior="none"
          onChange={(value) => {
            if (typeof value === 'number') onBox(onPage({ ...mark, [part]: value / unit }, place));
          }}
        />
      ))}
    </div>
  );
}
