import { describe, expect, it } from 'vitest';
import { createNetworkPlace, type NetworkQuestions, thisSystem } from '#electron/storage/network-place.ts';

const linux = `sysfs /sys sysfs rw,nosuid 0 0
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
server:/export/home /home/ann nfs4 rw,vers=4.2,addr=10.0.0.9 0 0
//nas/trust /mnt/trust\\040share cifs rw,vers=3.1.1,username=ann 0 0
/dev/sdb1 /home/ann/stick vfat rw 0 0
ann@box: /media/box fuse.sshfs rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
`;
const mac = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//ann@nas._smb._tcp.local/Trust%20files on /Volumes/Trust files (smbfs, nodev, nosuid, mounted by ann)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
/dev/disk5s1 on /Volumes/STICK (exfat, local, nodev, nosuid, noowners)
`;
// As Windows prints it, in English and in German.
const windows = `New connections will be remembered.\r
\r
Status       Local     Remote                    Network\r
-------------------------------------------------------------------------------\r
OK           Z:        \\\\nas\\trust               Microsoft Windows Network\r
Unavailable  Y:        \\\\old.server.invalid\\home$\\ann\r
                                                Microsoft Windows Network\r
             \\\\nas\\print                          Microsoft Windows Network\r
The command completed successfully.\r
`;
const german = `Neue Verbindungen werden gespeichert.\r
Status       Lokal     Remote                    Netzwerk\r
Nicht verfüg H:        \\\\nas\\heim                Microsoft Windows Network\r
`;

const never = () => new Promise<never>(() => undefined);
const system = (parts: Partial<NetworkQuestions>): NetworkQuestions => ({
  platform: 'linux',
  realPath: async (path) => path,
  linuxMounts: async () => linux,
  run: async () => '',
  ...parts,
});

describe('a folder on another machine', () => {
  it.each([
    ['/home/ann/.local/share/waymark', true],
    ['/home/ann', true],
    ['/home/ann/stick/vault', false],
    ['/home/anna/vault', false],
    ['/mnt/trust share/vault', true],
    ['/media/box', true],
    ['/run/user/1000/doc/x', false],
    ['/var/lib/vault', false],
  ])('is told from Linux’s mounts: %s', async (folder, expected) => {
    expect(await createNetworkPlace(system({}))(folder)).toBe(expected);
  });

  it.each([
    ['/Volumes/Trust files/vault', true],
    ['/Volumes/STICK/vault', false],
    ['/Users/ann/Library/vault', false],
  ])('is told from what mount says on macOS: %s', async (folder, expected) => {
    expect(await createNetworkPlace(system({ platform: 'darwin', run: async () => mac }))(folder)).toBe(
      expected,
    );
  });

  it.each([
    ['Z:\\Waymark', windows, true],
    ['y:\\Waymark', windows, true],
    ['C:\\Users\\ann\\Waymark', windows, false],
    ['H:\\Waymark', german, true],
    ['\\\\nas\\trust\\Waymark', '', true],
    ['\\\\?\\C:\\Waymark', windows, false],
  ])('is told from the mapped drives of Windows: %s', async (folder, printed, expected) => {
    const on = system({ platform: 'win32', run: async () => printed });
    expect(await createNetworkPlace(on)(folder)).toBe(expected);
  });

  it('is told where Windows itself says where a drive leads, without asking anything else', async () => {
    const realPath = async () => '\\\\nas\\trust\\Waymark';
    const on = system({ platform: 'win32', realPath, run: never });
    expect(await createNetworkPlace(on)('Z:\\Waymark')).toBe(true);
  });

  it('goes by what a link leads to, and by the parent of what is not there yet', async () => {
    const realPath = async (path: string) => {
      if (path !== '/home/bob') throw new Error('ENOENT');
      return '/home/ann';
    };
    expect(await createNetworkPlace(system({ realPath }))('/home/bob/new/vault')).toBe(true);
  });

  it('is not waited for: where nothing answers, or in vain, the answer is no', async () => {
    const fails = async () => {
      throw new Error('EACCES');
    };
    expect(await createNetworkPlace(system({ linuxMounts: fails }))('/home/ann')).toBe(false);
    expect(await createNetworkPlace(system({ linuxMounts: never }))('/home/ann')).toBe(false);
    expect(await createNetworkPlace(system({ realPath: never }))('/home/ann')).toBe(false);
    // The disk of this machine, asked for real.
    expect(await createNetworkPlace(thisSystem)(import.meta.dirname)).toBe(false);
  });
});
