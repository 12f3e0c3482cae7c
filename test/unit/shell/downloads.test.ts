import { join } from 'node:path';
import { expect, it } from 'vitest';
import { askWhereToSave } from '#electron/shell/downloads.ts';
import { fakeElectron, fakeSession, preventable } from '#test/support/fake-electron.ts';

function downloaded(address: string, name: string) {
  const { session } = fakeSession();
  askWhereToSave(session, fakeElectron().app);
  const chosen: Electron.SaveDialogOptions[] = [];
  const item: Pick<Electron.DownloadItem, 'getURL' | 'getFilename' | 'setSaveDialogOptions'> = {
    getURL: () => address,
    getFilename: () => name,
    setSaveDialogOptions: (options) => chosen.push(options),
  };
  const event = preventable({});
  session.emit('will-download', event, item, {});
  return { refused: event.defaultPrevented, chosen };
}

it.each(['app://bundle/blobs/abc', 'blob:app://bundle/1'])('asks where to save %s', (address) => {
  const { refused, chosen } = downloaded(address, 'report.pdf');
  expect(refused).toBe(false);
  expect(chosen).toEqual([{ defaultPath: join('/home/sample/downloads', 'report.pdf') }]);
});

it('suggests a name, never a path', () => {
  expect(downloaded('app://bundle/x', '../../.bashrc').chosen).toEqual([
    { defaultPath: join('/home/sample/downloads', '.bashrc') },
  ]);
});

it.each(['https://example.com/x', 'data:text/plain,x', 'blob:https://example.com/1', 'file:///etc/passwd'])(
  'saves nothing from %s',
  (address) => {
    expect(downloaded(address, 'x')).toEqual({ refused: true, chosen: [] });
  },
);
