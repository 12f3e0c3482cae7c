import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import { menuChannel, type WaymarkBridge } from '#shared/contract/bridge.ts';

const fake = vi.hoisted(() => ({
  exposed: [] as [string, unknown][],
  ipc: undefined as unknown as EventEmitter,
}));
vi.mock('electron', () => {
  fake.ipc = new EventEmitter();
  const contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'> = {
    exposeInMainWorld: (name, api) => fake.exposed.push([name, api]),
  };
  return { contextBridge, ipcRenderer: fake.ipc };
});

let bridge: WaymarkBridge;
beforeEach(async () => {
  vi.resetModules();
  fake.exposed.length = 0;
  await import('#electron/preload.ts');
  expect(fake.exposed).toHaveLength(1);
  bridge = fake.exposed[0]?.[1] as WaymarkBridge;
});

it('gives the page the host kind and the menu, and nothing else', () => {
  expect(fake.exposed[0]?.[0]).toBe('waymark');
  expect(Object.keys(bridge).sort()).toEqual(['host', 'onMenu']);
  expect(bridge.host).toBe('desktop');
});

it('passes on known commands alone, without Electron’s event', () => {
  const heard: unknown[][] = [];
  bridge.onMenu((...args) => heard.push(args));
  fake.ipc.emit(menuChannel, { sender: 'secret' }, 'lock');
  fake.ipc.emit(menuChannel, {}, 'format-disk');
  fake.ipc.emit(menuChannel, {}, { toString: () => 'lock' });
  fake.ipc.emit(menuChannel, {});
  expect(heard).toEqual([['lock']]);
});

it('gives each listener its own remover', () => {
  const heard: string[] = [];
  const removeFirst = bridge.onMenu(() => heard.push('first'));
  bridge.onMenu(() => heard.push('second'));
  removeFirst();
  removeFirst();
  fake.ipc.emit(menuChannel, {}, 'verify');
  expect(heard).toEqual(['second']);
});
