import { expect, it } from 'vitest';
import { offerLink } from '#electron/shell/external-links.ts';
import { fakeElectron, fakeWindow } from '#test/support/fake-electron.ts';

async function offered(address: string, button: number) {
  const { parts, answer, asked, opened } = fakeElectron();
  answer.button = button;
  await offerLink(parts, fakeWindow().window, address);
  return { asked, opened };
}

it('opens a known address after showing it whole', async () => {
  const address = 'https://www.gmc-uk.org/registration?a=b';
  const { asked, opened } = await offered(address, 1);
  expect(opened).toEqual([address]);
  expect(asked[0]?.detail).toBe(address);
});

it('asks with “no” as the default answer', async () => {
  const { asked, opened } = await offered('mailto:sample@example.com', 0);
  expect(opened).toEqual([]);
  expect(asked[0]).toMatchObject({ defaultId: 0, cancelId: 0, noLink: true });
});

it('shows an unknown address but has no button to open it', async () => {
  const { asked, opened } = await offered('https://example.com/x', 1);
  expect(opened).toEqual([]);
  expect(asked[0]?.buttons).toHaveLength(1);
  expect(asked[0]?.detail).toContain('https://example.com/x');
});

it.each(['file:///etc/passwd', 'ms-msdt:/id', 'javascript:alert(1)', 'app://bundle/'])(
  'does nothing at all with %s',
  async (address) => {
    expect(await offered(address, 1)).toEqual({ asked: [], opened: [] });
  },
);
