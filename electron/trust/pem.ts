const pattern = /^-----BEGIN CERTIFICATE-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END CERTIFICATE-----\s*$/;

/** A certificate's DER as PEM text, with a line end after it. */
export function certificatePem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** The DER of one PEM certificate. @throws TypeError where the text is something else. */
export function certificateDer(pem: string): Buffer {
  const base64 = pattern.exec(pem.trim())?.[1];
  if (base64 === undefined) throw new TypeError('not a PEM certificate');
  return Buffer.from(base64.replaceAll(/\s/g, ''), 'base64');
}
