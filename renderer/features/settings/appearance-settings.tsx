import { Radio, Stack, useMantineColorScheme } from '@mantine/core';
import { Section } from '#renderer/ui/section.tsx';

const schemes = [
  ['auto', 'As the computer’s own setting'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

export function AppearanceSettings() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title="Colours">
      <Radio.Group
        label="Light or dark"
        value={colorScheme}
        onChange={(next) => {
          const scheme = schemes.find(([key]) => key === next)?.[0];
          if (scheme !== undefined) setColorScheme(scheme);
        }}
      >
        <Stack gap="xs" mt="xs">
          {schemes.map(([key, label]) => (
            <Radio key={key} value={key} label={label} />
          ))}
        </Stack>
      </Radio.Group>
    </Section>
  );
}
