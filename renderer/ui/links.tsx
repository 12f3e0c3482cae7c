import {
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  NavLink,
  type NavLinkProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type AsAnchor<P> = P & Omit<ComponentPropsWithRef<'a'>, keyof P>;

/** A button that goes somewhere: a real link, so that it opens in a new window, is announced and is copied as one. */
export const LinkButton = createLink((props: AsAnchor<ButtonProps>) => <Button component="a" {...props} />);

/** A link in text. Underlined, because colour alone must not tell it. */
export const TextLink = createLink((props: AsAnchor<AnchorProps>) => (
  <Anchor underline="always" {...props} />
));

export const NavigationLink = createLink((props: AsAnchor<NavLinkProps>) => (
  <NavLink component="a" {...props} />
));
