import { describe, expect, it, vi } from 'vitest';
import { createIdleWatch } from '#electron/host/loopback/idle-watch.ts';
import { startLoopbackHost } from '#electron/host/loopback/loopback-host.ts';
import { makeDoor, openSession } from '#test/support/door-hosts.ts';

describe('the host’s life', () => {
  const start = async (options: { readonly port?: number; readonly idleMinutes?: number } = {}) => {
    const made = await makeDoor({});
    const started = await startLoopbackHost({ door: made.door, log: () => undefined, ...options });
    return { host: started, remove: made.remove };
  };

  it('listens on 127.0.0.1 and nowhere else', async () => {
    const { host, remove } = await start();
    const { port } = new URL(host.origin);
    const other = await fetch(`http://[::1]:${port}/`).catch(() => undefined);
    expect(other).toBeUndefined();
    const sibling = await fetch(`http://127.0.0.2:${port}/`).catch(() => undefined);
    expect(sibling).toBeUndefined();
    expect((await fetch(host.origin)).status).toBe(200);
    await host.close();
    await remove();
  });

  it('takes the port it is given, and says when it is taken', async () => {
    const first = await start();
    const wanted = Number(new URL(first.host.origin).port);
    await expect(start({ port: wanted })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const old = await openSession(first.host.address);
    await first.host.close();
    const second = await start({ port: wanted });
    expect(second.host.origin).toBe(first.host.origin);
    // A new run on the same port knows none of the old sessions.
    const headers = { origin: second.host.origin, authorization: `Bearer ${old}` };
    expect((await fetch(`${second.host.origin}/rpc/app/status`, { method: 'POST', headers })).status).toBe(
      401,
    );
    await second.host.close();
    await Promise.all([first.remove(), second.remove()]);
  });

  it('ends every session when it closes, and is gone', async () => {
    const { host: closing, remove } = await start();
    await openSession(closing.address);
    await closing.close();
    await closing.close();
    await expect(fetch(closing.origin)).rejects.toThrow();
    await remove();
  });

  it('closes itself when idle, and tells', async () => {
    const { host: idle, remove } = await start({ idleMinutes: 0.001 });
    await new Promise<void>((resolve) => idle.onIdle(resolve));
    await expect(fetch(idle.origin)).rejects.toThrow();
    await remove();
  });

  it('does not tell a listener that was removed', async () => {
    const { host: idle, remove } = await start({ idleMinutes: 0.001 });
    let told = false;
    idle.onIdle(() => {
      told = true;
    })();
    await new Promise<void>((resolve) => idle.onIdle(resolve));
    expect(told).toBe(false);
    await remove();
  });
});

describe('idleness', () => {
  it('begins when the last work ends, however long that took, and is told once', () => {
    vi.useFakeTimers();
    const idle = vi.fn();
    const watch = createIdleWatch(1000, idle);
    vi.advanceTimersByTime(999);
    const endFirst = watch.begin();
    const endSecond = watch.begin();
    vi.advanceTimersByTime(5000);
    endFirst();
    endFirst();
    vi.advanceTimersByTime(5000);
    expect(idle).not.toHaveBeenCalled();
    endSecond();
    vi.advanceTimersByTime(999);
    expect(idle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5000);
    expect(idle).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('never begins when it is off or stopped', () => {
    vi.useFakeTimers();
    const idle = vi.fn();
    createIdleWatch(undefined, idle).begin()();
    const stopped = createIdleWatch(1000, idle);
    const end = stopped.begin();
    stopped.stop();
    end();
    vi.advanceTimersByTime(100_000);
    expect(idle).not.toHaveBeenCalled();
    vi.useRealTimers();
  });
});
