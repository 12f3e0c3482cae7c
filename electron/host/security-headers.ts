import { randomBytes } from 'node:crypto';

/** Trusted Types: no string may become script or markup except through the renderer's own `default` policy. */
const trustedTypes: readonly string[] = ["require-trusted-types-for 'script'", 'trusted-types default'];

/** A fresh nonce for one response, for the style elements the component library adds at run time. */
export const newNonce = (): string => randomBytes(16).toString('base64');

/** Nothing inline, nothing from elsewhere. `blob:` is for previews the page makes from bytes it already holds. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    ...trustedTypes,
  ].join('; ');

/** Every header that every response carries, in either host, whatever it answers. */
export const securityHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), clipboard-write=(self)',
  'cache-control': 'no-store',
});

/** The same response with those headers, which nothing further in may loosen. */
export function secured(response: Response, nonce: string): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders(nonce))) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}
