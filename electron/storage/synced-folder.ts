/** Folder names synchronising programs use, as whole parts of a path. */
const parts: readonly RegExp[] = [
  /^onedrive( ?- .*)?$/i,
  /^sharepoint$/i,
  /^dropbox( \(.*\))?$/i,
  /^(google ?drive|googledrive-.*|drivefs|my drive)$/i,
  /^(icloud ?drive|mobile documents|com~apple~clouddocs|cloudstorage)$/i,
  /^box( sync)?$/i,
  /^(nextcloud|owncloud|syncthing|pcloud ?drive|megasync|synologydrive|seafile)$/i,
];

const variables = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'] as const;

const normal = (path: string) => path.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase();

/**
 * Whether a folder seems to be copied to elsewhere by another program, or to lie on another machine. Such a program
 * moves files at moments of its own, which a store must not have done to it.
 * @param environment for where OneDrive says it is.
 */
export function isSyncedFolder(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const path = normal(folder);
  if (/^[\\/]{2}[^\\/.?]/.test(folder)) return true;
  const within = (root: string | undefined) =>
    root !== undefined && root !== '' && (path === normal(root) || path.startsWith(`${normal(root)}/`));
  if (variables.some((name) => within(environment[name]))) return true;
  return folder.split(/[\\/]/).some((part) => parts.some((pattern) => pattern.test(part)));
}
