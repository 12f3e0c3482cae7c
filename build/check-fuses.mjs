import { pathToFileURL } from 'node:url';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** What every packaged program must say of itself. Must agree with `electronFuses` in the packaging configuration. */
const wanted = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};
/** WebAssembly's trap handlers: on as Electron ships it, not yet named by the fuses package. */
const wasmTrapHandlers = 8;
/** A fuse's state is a digit in the program. */
const state = (on) => (on ? '1' : '0').charCodeAt(0);

/**
 * Reads the fuses back from a packaged program.
 * @returns one line for each that is not as wanted; none when all are.
 */
export async function wrongFuses(program) {
  const wire = await getCurrentFuseWire(program);
  const wrong = (name, index, on) =>
    wire[index] === state(on) ? [] : [`${name} should be ${on ? 'on' : 'off'}`];
  return [
    ...Object.entries(wanted).flatMap(([name, on]) => wrong(name, FuseV1Options[name], on)),
    ...wrong('WasmTrapHandlers', wasmTrapHandlers, true),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const program = process.argv[2];
  if (program === undefined) throw new Error('usage: node build/check-fuses.mjs PROGRAM');
  const wrong = await wrongFuses(program);
  for (const line of wrong) console.error(line);
  console.log(
    wrong.length === 0 ? `All fuses of ${program} are as wanted.` : `${wrong.length} fuses are wrong.`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
