const longest = 16;

/** A framework's own code as one of ours: what may not stand in it is left out, and of long ones the end is kept. */
function shortened(code: string): string {
  const clean = code.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  const parts = clean.split('.');
  while (parts.length > 1 && parts.join('.').length > longest) parts.shift();
  return parts
    .join('.')
    .slice(-longest)
    .replace(/^[^A-Za-z0-9]+/, '');
}

/** Gives codes that are valid and unlike each other, whatever the case. @param prefix for those that have none. */
export function createCodes(prefix: string): (wanted: string) => string {
  const taken = new Set<string>();
  let unnamed = 0;
  return (wanted) => {
    const base = shortened(wanted);
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : `-${count}`;
      if (base === '') unnamed += 1;
      const code = base === '' ? `${prefix}${unnamed}` : `${base.slice(0, longest - ending.length)}${ending}`;
      if (taken.has(code.toLowerCase())) continue;
      taken.add(code.toLowerCase());
      return code;
    }
  };
}
