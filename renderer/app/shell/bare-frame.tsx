import { Box, Container, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Brand } from './brand.tsx';
import { SchemeToggle } from './scheme-toggle.tsx';
import classes from './shell.module.css';

/** The window before a vault is open: the name, light or dark, and one column. */
export function BareFrame(props: { readonly back?: boolean; readonly children: ReactNode }) {
  return (
    <>
      <Box component="header" className={classes.header} px="md" h={56}>
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Brand />
          <Group gap="xs" wrap="nowrap">
            {props.back === true ? (
              <LinkButton to={paths.home} variant="default" size="xs">
                Back to start
              </LinkButton>
            ) : null}
            <SchemeToggle />
          </Group>
        </Group>
      </Box>
      <Container component="main" id="main" size="md" py="xl">
        {props.children}
      </Container>
    </>
  );
}
