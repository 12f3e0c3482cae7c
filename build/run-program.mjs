import { spawn } from 'node:child_process';
import { once } from 'node:events';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in our place: same terminal, signals passed on, and its way of ending becomes ours to report.
 * @returns the exit code (128 + n for a signal, as shells count) and how long it ran, in milliseconds.
 */
export async function runProgram(program, args, options = {}) {
  const started = performance.now();
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  const relay = (signal) => child.kill(signal);
  for (const signal of passedOn) process.on(signal, relay);
  try {
    const [code, signal] = await once(child, 'close');
    const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15, SIGKILL: 9 };
    return { code: code ?? 128 + (numbers[signal] ?? 1), ran: performance.now() - started };
  } finally {
    for (const signal of passedOn) process.off(signal, relay);
  }
}
