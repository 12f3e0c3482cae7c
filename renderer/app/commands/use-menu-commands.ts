import { useEffect, useRef } from 'react';
import { bridge } from '#renderer/api/host.ts';
import type { MenuCommand } from '#shared/contract/bridge.ts';

export type Commands = Readonly<Record<MenuCommand, () => void>>;

/** Does what the desktop's menu asks for. */
export function useMenuCommands(commands: Commands): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => bridge()?.onMenu((command) => latest.current[command]()), []);
}
