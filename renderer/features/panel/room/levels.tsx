import { Kbd, Radio } from '@mantine/core';
import { judgementWords } from '#renderer/text/review-words.ts';
import { type JudgementLevel, judgementLevels } from '#shared/domain/review.ts';
import classes from './room.module.css';

/** The four levels with their keys. */
export function Levels(props: {
  readonly label: string;
  readonly value: JudgementLevel | null;
  readonly disabled: boolean;
  readonly onChange: (level: JudgementLevel) => void;
}) {
  const { label, value, disabled, onChange } = props;
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(next) => {
        const level = judgementLevels.find((one) => one === next);
        if (level !== undefined) onChange(level);
      }}
    >
      <div className={classes.levels}>
        {judgementLevels.map((level, place) => (
          <Radio
            key={level}
            value={level}
            disabled={disabled}
            title={judgementWords[level].meaning}
            label={
              <>
                {judgementWords[level].title}{' '}
                <Kbd size="xs" aria-hidden>
                  {place + 1}
                </Kbd>
              </>
            }
          />
        ))}
      </div>
    </Radio.Group>
  );
}
