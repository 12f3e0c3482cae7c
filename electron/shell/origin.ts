/** The desktop's own scheme and its only host. A scheme of its own has no `file://` privileges to lose. */
export const appScheme = 'app';
const appHost = 'bundle';
export const appAddress = `${appScheme}://${appHost}/`;

/** True only for addresses of the app's own page and door. */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === '';
}

/** True for bytes the page made itself, such as a preview or an export it offers as a download. */
export const isAppBlob = (address: string): boolean =>
  address.startsWith('blob:') && isAppAddress(address.slice('blob:'.length));
