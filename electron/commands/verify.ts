import { readFile } from 'node:fs/promises';
import type { Verdict } from '#shared/domain/verdict.ts';
import { createPdfVerifier } from '../trust/verifier.ts';
import { parseOptions, UsageError } from './arguments.ts';
import type { Command, Output } from './command.ts';

const exitCodes: Record<Verdict['status'], number> = { valid: 0, 'not-valid': 1, unreadable: 2 };

function tell(verdict: Verdict, out: Output): void {
  const headlines: Record<Verdict['status'], string> = {
    valid: 'Signed, and unchanged since.',
    'not-valid': 'Do not rely on this file.',
    unreadable: 'This is not a PDF that can be read.',
  };
  out.line(
    verdict.findings.includes('encrypted')
      ? 'Password-protected: it cannot be checked.'
      : headlines[verdict.status],
  );
  for (const finding of verdict.findings) out.line(`  finding: ${finding}`);
  for (const signature of verdict.signatures) {
    out.line(`  ${signature.valid ? 'valid' : 'NOT VALID'}: ${signature.signer} (${signature.issuer})`);
    out.line(`    time claimed by the signing computer: ${signature.claimedAt ?? 'none'}`);
    out.line(`    certificate ${signature.certificate}`);
    if (signature.timestamp !== null)
      out.line(`    time confirmed by ${signature.timestamp.authority}: ${signature.timestamp.at}`);
    for (const remark of signature.remarks) out.line(`    remark: ${remark}`);
    for (const finding of signature.findings) out.line(`    finding: ${finding}`);
  }
  for (const { signed, label } of verdict.fields) if (!signed) out.line(`  not signed yet: ${label}`);
  if (verdict.signatures.length > 0) {
    out.line(
      '  Anyone can make a signature in any name: compare the certificate with what the signer reads out.',
    );
  }
  if (verdict.report !== null) {
    out.line(
      `  report on ${verdict.report.doctor}, ${verdict.report.kind === undefined ? 'review of' : 'supervisor’s report up to'} ${verdict.report.heldOn}: ${verdict.report.outcome}`,
    );
    out.line(`  fingerprint ${verdict.report.fingerprint}`);
  }
}

/** `verify FILE [--json]`: exit 0 valid, 1 not valid, 2 unreadable. Needs no vault and no passphrase. */
export const verifyCommand: Command = async (args, out) => {
  const { has, positionals } = parseOptions(args, { json: 'boolean' });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('verify FILE [--json]');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    out.fault('That file could not be read.');
    return 2;
  }
  const verdict = await createPdfVerifier().verify(bytes, new Set());
  if (has('json')) out.line(JSON.stringify(verdict, null, 2));
  else tell(verdict, out);
  return exitCodes[verdict.status];
};
