import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AppStatus } from '#renderer/api/status.ts';
import { QuickAdd } from '#renderer/features/intake/quick-add/quick-add.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { CommandPalette } from '../commands/command-palette.tsx';
import { WindowDrop } from '../dropping/window-drop.tsx';
import { UndoTools } from '../undo/undo-tools.tsx';
import { useUndo } from '../undo/use-undo.ts';
import { Brand } from './brand.tsx';
import { HeaderTools } from './header-tools.tsx';
import { Navigation } from './navigation.tsx';
import { PortfolioSwitch } from './portfolio-switch.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { SaveStateLine } from './save-state-line.tsx';
import classes from './shell.module.css';

/** The window while a vault is open: header, navigation, the screen. */
export function AppFrame(props: { readonly status: AppStatus; readonly children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure(false);
  const undo = useUndo();
  const [adding, { open: openAdding, close: closeAdding }] = useDisclosure(false);
  return (
    <>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <CommandPalette undo={undo} onQuickAdd={openAdding} />
      <WindowDrop />
      <QuickAdd opened={adding} onClose={closeAdding} />
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 208, breakpoint: 'md', collapsed: { mobile: !opened } }}
        padding={{ base: 'md', md: 'lg' }}
      >
        {/* Above the navigation, which a menu of the header reaches over. */}
        <AppShell.Header className={classes.header} px={{ base: 'xs', sm: 'md' }} zIndex={102}>
          <Group h="100%" justify="space-between" wrap="nowrap" gap="sm">
            <Group gap="sm" wrap="nowrap" className={classes.place}>
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="md"
                size="sm"
                aria-label={opened ? 'Close the menu' : 'Open the menu'}
                aria-expanded={opened}
                aria-controls="navigation"
              />
              <Link to={paths.home} className={classes.brandLink} aria-label="Waymark, home">
                <Brand />
              </Link>
              <PortfolioSwitch />
            </Group>
            <Group gap="sm" wrap="nowrap" miw={0}>
              <SaveStateLine />
              <UndoTools undo={undo} />
              <HeaderTools onQuickAdd={openAdding} />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar
          id="navigation"
          className={classes.navbar}
          p="xs"
          aria-label="Main"
          data-closed={!opened || undefined}
        >
          <Navigation onGo={close} />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
          <div className={classes.content}>
            {props.status.sample ? <SampleBanner /> : null}
            {props.children}
          </div>
        </AppShell.Main>
      </AppShell>
    </>
  );
}
