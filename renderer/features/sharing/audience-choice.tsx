import { Radio, Stack } from '@mantine/core';
import { audienceWords } from '#renderer/text/sharing-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { type Audience, audiences } from '#shared/domain/packages/audiences.ts';

/** Whom the package is for decides what may be in it. */
export function AudienceChoice(props: {
  readonly audience: Audience;
  /** The screen was opened for a request. */
  readonly withRequest: boolean;
  readonly onChange: (audience: Audience) => void;
}) {
  // An assessor is sent what one request asks about: that begins with the request.
  const choices = audiences.filter((audience) => audience !== 'assessor' || props.withRequest);
  return (
    <Section title="1. Whom it is for" intro="This decides what may be in it.">
      <Radio.Group
        aria-label="Whom it is for"
        value={props.audience}
        onChange={(next) => {
          const chosen = audiences.find((audience) => audience === next);
          if (chosen !== undefined) props.onChange(chosen);
        }}
      >
        <Stack gap="sm">
          {choices.map((audience) => (
            <Radio
              key={audience}
              value={audience}
              label={audienceWords[audience].title}
              description={audienceWords[audience].sees}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Section>
  );
}
