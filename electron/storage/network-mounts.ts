/** File systems that lie on another machine, as Linux and macOS name them. */
const networkTypes =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|afpfs|ncpfs|webdav|davfs2?|ceph|glusterfs|lustre|9p|fuse\.(sshfs|rclone|davfs2?|glusterfs|smbnetfs|s3fs|gvfsd-fuse))$/;

export type Mount = { readonly point: string; readonly network: boolean };

/** Spaces and the like are written as `\040` there. */
const unescaped = (text: string) =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

/** What Linux says in `/proc/mounts`: device, place, type, options, one mount a line. */
export const linuxMounts = (text: string): readonly Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, point, type] = line.split(' ');
    if (point === undefined || type === undefined) return [];
    return [{ point: unescaped(point), network: networkTypes.test(type) }];
  });

/** What `mount` prints on macOS: `//ann@server/share on /Volumes/share (smbfs, nodev, …)`. */
export const macMounts = (text: string): readonly Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, point, type] = /^.* on (.+) \(([a-z0-9_.]+)[,)]/.exec(line) ?? [];
    if (point === undefined || type === undefined) return [];
    return [{ point, network: networkTypes.test(type) }];
  });

/** Whether the mount a folder lies on is another machine's: the one whose place is the longest part of its path. */
export function isMounted(folder: string, mounts: readonly Mount[]): boolean {
  let longest = -1;
  let network = false;
  for (const mount of mounts) {
    const point = mount.point.replace(/\/+$/, '');
    const within = folder === point || folder.startsWith(`${point}/`);
    // Of two on the same place, the later one is on top.
    if (!within || point.length < longest) continue;
    longest = point.length;
    network = mount.network;
  }
  return network;
}

/** The letters of mapped drives in what `net use` prints, whatever its language: `OK  Z:  \\server\share  …`. */
export const mappedDrives = (text: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, letter] = /(?:^|\s)([A-Za-z]:)\s+\\\\[^\s\\]+\\\S/.exec(line) ?? [];
    return letter === undefined ? [] : [letter.toUpperCase()];
  });

/** `\\server\share\…`, also as `\\?\UNC\server\…`; a drive of this machine named `\\?\C:\…` is none. */
export const isUnc = (path: string): boolean =>
  /^[\\/]{2}[^\\/.?]/.test(path) || /^[\\/]{2}\?[\\/]UNC[\\/]/i.test(path);
