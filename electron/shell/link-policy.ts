/** What may be done with an address somebody clicked. Only `open` ever reaches the system, after a question. */
export type LinkVerdict =
  | { readonly kind: 'open'; readonly address: string }
  /** Harmless in form but of no organisation we know: shown, to be copied by hand. */
  | { readonly kind: 'show'; readonly address: string }
  | { readonly kind: 'refuse' };

/** Organisations whose pages the guidance and the help point to; their subdomains count. */
const knownHosts = [
  'nhs.uk',
  'nhs.net',
  'nhs.scot',
  'nhs.wales',
  'hscni.net',
  'gov.uk',
  'gmc-uk.org',
  'legislation.gov.uk',
  'aomrc.org.uk',
  'copmed.org.uk',
  'ficm.ac.uk',
  'jrcptb.org.uk',
  'rcem.ac.uk',
  'rcoa.ac.uk',
  'rcophth.ac.uk',
  'rcog.org.uk',
  'rcpath.org',
  'rcpch.ac.uk',
  'rcp.ac.uk',
  'rcpsych.ac.uk',
  'rcr.ac.uk',
  'rcseng.ac.uk',
  'fsrh.org',
  'thefederation.uk',
  'doi.org',
] as const;

/** What a mail program may be told. Anything else, attachments above all, is refused. */
const mailFields: Readonly<Record<string, (value: string) => boolean>> = {
  // A line break in a subject could start another header.
  subject: (value) => !/\p{Cc}/u.test(value),
  body: () => true,
  cc: (value) => value.split(',').every((address) => mailbox.test(address)),
};
const mailbox = /^[a-z0-9.!#$&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
const longest = 2000;
const refuse: LinkVerdict = { kind: 'refuse' };

const isKnown = (host: string): boolean =>
  knownHosts.some((known) => host === known || host.endsWith(`.${known}`));

function judgeMail(url: URL): LinkVerdict {
  const recipients = decode(url.pathname)?.split(',') ?? [];
  const fine =
    recipients.length > 0 &&
    recipients.every((recipient) => mailbox.test(recipient)) &&
    [...url.searchParams].every(
      ([field, value]) => Object.hasOwn(mailFields, field) && mailFields[field]?.(value),
    ) &&
    url.hash === '';
  return fine ? { kind: 'open', address: url.href } : refuse;
}

function judgePage(url: URL): LinkVerdict {
  // A name before the host, or a port, is how one site is made to look like another.
  if (url.username !== '' || url.password !== '' || url.port !== '' || !url.hostname.includes('.'))
    return refuse;
  return { kind: isKnown(url.hostname) ? 'open' : 'show', address: url.href };
}

/**
 * Judges an address from the page, which may hold anything imported from anyone. `https:` and `mailto:` only: other
 * schemes start programs (`ms-msdt:`, `search-ms:`), reach files and shares (`file:`) or run script.
 */
export function judgeLink(address: string): LinkVerdict {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is looked for
  if (address.length > longest || /[\u0000-\u0020\u007f\\]/.test(address) || !URL.canParse(address))
    return refuse;
  const url = new URL(address);
  if (url.protocol === 'mailto:') return judgeMail(url);
  return url.protocol === 'https:' ? judgePage(url) : refuse;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
