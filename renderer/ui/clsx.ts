/** Joins class names, leaving out what is not there. */
export const clsx = (...names: readonly (string | undefined | false)[]): string =>
  names.filter((name) => name !== undefined && name !== false).join(' ');
