import type { BrowserWindow, Dialog, Shell } from 'electron';
import { judgeLink } from './link-policy.ts';
import { words } from './words.ts';

export type LinkTools = {
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly shell: Pick<Shell, 'openExternal'>;
};

/** Asks before anything leaves Waymark, showing the whole address. Cancelling is the default answer. */
export async function offerLink(
  { dialog, shell }: LinkTools,
  window: BrowserWindow,
  address: string,
): Promise<void> {
  const verdict = judgeLink(address);
  if (verdict.kind === 'refuse') return;
  if (verdict.kind === 'show') {
    await dialog.showMessageBox(window, {
      type: 'info',
      message: words.unknownLink,
      detail: `${verdict.address}\n\n${words.unknownLinkAdvice}`,
      buttons: [words.close],
      noLink: true,
    });
    return;
  }
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: verdict.address.startsWith('mailto:') ? words.openMail : words.openLink,
    detail: verdict.address,
    buttons: [words.cancel, words.open],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) await shell.openExternal(verdict.address);
}
