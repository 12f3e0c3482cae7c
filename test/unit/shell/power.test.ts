import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockWithTheComputer, patience } from '#electron/shell/power.ts';
import { fakeElectron } from '#test/support/fake-electron.ts';

describe('a computer that goes away', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const watched = (lock: () => Promise<void> = async () => undefined) => {
    const { power } = fakeElectron();
    const happened: string[] = [];
    lockWithTheComputer(
      power,
      () => happened.push('page told'),
      () => {
        happened.push('locked');
        return lock();
      },
    );
    return { power, happened };
  };

  it.each(['suspend', 'lock-screen'])(
    'on %s: the page is told at once, and the process locks anyway',
    (event) => {
      const { power, happened } = watched();
      power.emit(event);
      expect(happened).toEqual(['page told']);
      vi.advanceTimersByTime(patience);
      expect(happened).toEqual(['page told', 'locked']);
    },
  );

  it('locks once for a screen that is locked and then sleeps', () => {
    const { power, happened } = watched();
    power.emit('lock-screen');
    power.emit('suspend');
    vi.advanceTimersByTime(patience * 3);
    expect(happened.filter((event) => event === 'locked')).toHaveLength(1);
  });

  it('survives a vault that cannot be closed', async () => {
    const { power, happened } = watched(() => Promise.reject(new Error('disk')));
    power.emit('suspend');
    await vi.advanceTimersByTimeAsync(patience);
    expect(happened).toContain('locked');
  });

  it('does nothing else: waking up and unlocking the screen lock nothing', () => {
    const { power, happened } = watched();
    for (const event of ['resume', 'unlock-screen', 'on-battery']) power.emit(event);
    vi.advanceTimersByTime(patience);
    expect(happened).toEqual([]);
  });
});
