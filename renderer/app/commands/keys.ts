const apple = /Mac|iPhone|iPad/.test(navigator.platform);

/** What the main modifier is called on this computer. */
export const modKey = apple ? 'Cmd' : 'Ctrl';
