import { useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBolt,
  IconCalendarPlus,
  IconFilePlus,
  IconFiles,
  IconFolderPlus,
  IconKeyboard,
  IconLock,
  IconMoon,
  IconPencil,
  IconSearch,
  IconSun,
  IconTableImport,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useLock } from '#renderer/api/vault-changes.ts';
import { undoLabel } from '#renderer/text/history-words.ts';
import { paths } from '#renderer/ui/paths.ts';
import { destinations } from '../shell/navigation.tsx';
import type { Undo } from '../undo/use-undo.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useMenuCommands } from './use-menu-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';

type AddingPath = typeof paths.drafts | typeof paths.addFiles | typeof paths.importEvidence;

const size = { size: 20, stroke: 1.7, 'aria-hidden': true } as const;

/** Everything the app can go to or do, by typing a few letters (Ctrl or Cmd and K). */
export function CommandPalette(props: { readonly undo: Undo; readonly onQuickAdd: () => void }) {
  const { undo, onQuickAdd } = props;
  const navigate = useNavigate();
  const lock = useLock();
  const { setColorScheme } = useMantineColorScheme();
  const [shortcuts, { open: openShortcuts, close: closeShortcuts }] = useDisclosure(false);
  const go = (to: (typeof destinations)[number]['to'] | typeof paths.newEvidence | AddingPath) => () =>
    void navigate({ to });
  const doLock = () => lock.mutate(undefined);

  const commands = {
    lock: doLock,
    settings: go(paths.settings),
    verify: go(paths.verify),
    'add-evidence': go(paths.newEvidence),
    'quick-add': onQuickAdd,
    'undo-change': undo.undo,
    'redo-change': undo.redo,
    'command-palette': spotlight.open,
    shortcuts: openShortcuts,
  };
  useMenuCommands(commands);
  useShortcuts(commands);

  const actions: SpotlightActionData[] = [
    ...destinations.map(({ to, label, icon: PlaceIcon, words }) => ({
      id: to,
      label,
      description: `Go to ${label}`,
      keywords: words.split(', '),
      leftSection: <PlaceIcon {...size} />,
      onClick: go(to),
    })),
    {
      id: 'add-evidence',
      label: 'Add evidence',
      description: 'Log something you did or were given',
      leftSection: <IconFilePlus {...size} />,
      onClick: go(paths.newEvidence),
    },
    {
      id: 'quick-add',
      label: 'Quick add',
      description: 'One line and a date now, the rest later',
      leftSection: <IconBolt {...size} />,
      onClick: onQuickAdd,
    },
    {
      id: 'add-files',
      label: 'Add files',
      description: 'One or hundreds; each becomes a draft',
      leftSection: <IconFiles {...size} />,
      onClick: go(paths.addFiles),
    },
    {
      id: 'import',
      label: 'Import evidence',
      description: 'From a spreadsheet, publications (BibTeX, RIS) or e-mails',
      leftSection: <IconTableImport {...size} />,
      onClick: go(paths.importEvidence),
    },
    {
      id: 'drafts',
      label: 'Drafts to finish',
      description: 'What was kept quickly and counts nowhere yet',
      leftSection: <IconPencil {...size} />,
      onClick: go(paths.drafts),
    },
    {
      id: 'schedule-review',
      label: 'Schedule a review',
      description: 'Choose a date and a panel',
      leftSection: <IconCalendarPlus {...size} />,
      onClick: () => void navigate({ to: paths.newReview }),
    },
    {
      id: 'new-portfolio',
      label: 'New portfolio',
      description: 'For another doctor or another specialty',
      leftSection: <IconFolderPlus {...size} />,
      onClick: () => void navigate({ to: paths.newPortfolio }),
    },
    ...(undo.state.undo === null
      ? []
      : [
          {
            id: 'undo',
            label: undoLabel('Undo', { ...undo.state.undo, title: undo.state.undo.subject?.title ?? null }),
            description: 'Take the last change back',
            leftSection: <IconArrowBackUp {...size} />,
            onClick: undo.undo,
          },
        ]),
    ...(undo.state.redo === null
      ? []
      : [
          {
            id: 'redo',
            label: undoLabel('Redo', { ...undo.state.redo, title: undo.state.redo.subject?.title ?? null }),
            description: 'Do again what was undone',
            leftSection: <IconArrowForwardUp {...size} />,
            onClick: undo.redo,
          },
        ]),
    {
      id: 'light',
      label: 'Light colours',
      description: 'Appearance',
      leftSection: <IconSun {...size} />,
      onClick: () => setColorScheme('light'),
    },
    {
      id: 'dark',
      label: 'Dark colours',
      description: 'Appearance',
      leftSection: <IconMoon {...size} />,
      onClick: () => setColorScheme('dark'),
    },
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      description: 'What the keys do',
      leftSection: <IconKeyboard {...size} />,
      onClick: openShortcuts,
    },
    {
      id: 'lock',
      label: 'Lock Waymark',
      description: 'Close the vault; the passphrase opens it again',
      leftSection: <IconLock {...size} />,
      onClick: doLock,
    },
  ];

  return (
    <>
      <Spotlight
        actions={actions}
        shortcut="mod + K"
        // Also from within a field.
        tagsToIgnore={[]}
        nothingFound="Nothing found. Try another word."
        highlightQuery
        scrollable
        maxHeight={420}
        attributes={{ content: { 'aria-label': 'Go to, or do' } }}
        searchProps={{
          leftSection: <IconSearch {...size} />,
          placeholder: 'Go to, or do',
          'aria-label': 'Go to, or do',
        }}
      />
      <ShortcutsDialog opened={shortcuts} onClose={closeShortcuts} />
    </>
  );
}
