import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createApp } from '../app.ts';
import { defaultBackupRoot, defaultVaultFolder, eventLogFile } from '../default-folder.ts';
import { createEventLog } from '../event-log.ts';
import { startLoopbackHost } from '../host/loopback/loopback-host.ts';
import { parseOptions, UsageError } from './arguments.ts';
import type { Command, Output } from './command.ts';

function portOf(text: string | undefined): number {
  const port = Number(text ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port needs a number from 0 to 65535');
  return port;
}

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
};

/** Opens the address where there is a display; a failure is no fault, the address is printed as well. */
function openBrowser(address: string): void {
  const hasDisplay =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  const opener = openers[process.platform];
  if (!hasDisplay || opener === undefined) return;
  const [program, ...args] = opener;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** Where there is somebody at the terminal, Enter gives another address: the first is spent by the first tab. */
function offerFurtherAddresses(newAddress: () => string, out: Output): void {
  if (!process.stdin.isTTY) return;
  out.note('Press Enter for another address.');
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => out.line(`Waymark is open at ${newAddress()}`));
  process.stdin.unref();
}

/** Stands above the owner's setting. Fractions are minutes too. */
function lockAfterOf(text: string | undefined): { readonly minutes?: number } {
  if (text === undefined) return {};
  const minutes = Number(text);
  if (!(minutes > 0 && minutes <= 24 * 60)) throw new UsageError('--lock-after needs minutes, at most a day');
  return { minutes };
}

/** `serve [--vault DIR] [--port N] [--lock-after MINUTES] [--no-open]`: the app in a browser here, until Ctrl+C. */
export const serveCommand: Command = async (args, out) => {
  const { value, has } = parseOptions(args, {
    vault: 'string',
    port: 'string',
    'lock-after': 'string',
    'no-open': 'boolean',
  });
  const vault = value('vault');
  const vaultFolder = vault === undefined ? defaultVaultFolder() : resolve(vault);
  const port = portOf(value('port'));
  const autoLock = lockAfterOf(value('lock-after'));
  const app = await createApp({
    vaultFolder,
    host: 'browser',
    log: createEventLog(eventLogFile()),
    backupRoot: defaultBackupRoot(),
    automaticBackups: true,
    readFiles: true,
    autoLock,
  });
  const host = await startLoopbackHost({ door: app.door, port, log: app.ports.log }).catch(async (fault) => {
    await app.close();
    throw fault;
  });
  out.line(`Waymark is open at ${host.address}`);
  out.note('The address works once, within a minute, on this machine only. Press Ctrl+C to close Waymark.');
  offerFurtherAddresses(host.newAddress, out);
  if (!has('no-open')) openBrowser(host.address);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
  await host.close();
  await app.close();
  return 0;
};
