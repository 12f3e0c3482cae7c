import { Container } from '@mantine/core';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useAutoLock } from '#renderer/api/auto-lock.ts';
import { useConnection } from '#renderer/api/connection.ts';
import { useLocking } from '#renderer/api/locking.ts';
import { type AppStatus, useStatus } from '#renderer/api/status.ts';
import { FirstStartScreen } from '#renderer/features/start/first-start-screen.tsx';
import { UnlockScreen } from '#renderer/features/start/unlock-screen.tsx';
import { pageWillChange } from '#renderer/ui/page-focus.ts';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState, LoadingState } from '#renderer/ui/states.tsx';
import { useOnlyPage } from '../only-page.ts';
import { LockingScreen } from '../screens/locking-screen.tsx';
import { LostScreen, NoSessionScreen, OtherPageScreen } from '../screens/lost-screens.tsx';
import { DamagedVaultScreen } from '../screens/vault-fault/damaged-vault-screen.tsx';
import { NewerVaultScreen } from '../screens/vault-fault/newer-vault-screen.tsx';
import { AppFrame } from './app-frame.tsx';
import { BareFrame } from './bare-frame.tsx';
import { FullFrame } from './full-frame.tsx';

/** Reports can be verified without a vault, so locking would leave somebody there with no word of it. */
function useLeaveVerifyOnLock(state: AppStatus['state'] | undefined, path: string | undefined): void {
  const navigate = useNavigate();
  const wasOpen = useRef(false);
  useEffect(() => {
    const locked = wasOpen.current && state !== undefined && state !== 'open';
    wasOpen.current = state === 'open';
    if (locked && path === paths.verify) void navigate({ to: paths.home, replace: true });
  }, [state, path, navigate]);
}

/** Decides what the window is: a fault, the start, the lock, or the app. */
export function RootLayout() {
  const connection = useConnection();
  const locking = useLocking();
  const [turn, takeOver] = useOnlyPage();
  const status = useStatus();
  // The screen that is drawn, not the one being gone to: the two differ for a moment.
  const path = useRouterState({ select: (state) => state.matches.at(-1)?.pathname });
  useLeaveVerifyOnLock(status.data?.state, path);
  useAutoLock(status.data?.lockAfter ?? null);
  const before = useRef(status.data?.state);
  if (before.current !== status.data?.state) {
    // Said while rendering, since the new screen's heading asks before any effect of this one. The lock screen asks
    // for the passphrase at once instead.
    if (before.current !== undefined && status.data?.state !== 'locked') pageWillChange();
    before.current = status.data?.state;
  }

  if (connection === 'no-session') return <NoSessionScreen />;
  const other = turn === 'elsewhere' ? <OtherPageScreen takeOver={takeOver} /> : null;
  const lost = other ?? (connection === 'lost' ? <LostScreen retry={() => void status.refetch()} /> : null);
  if (lost !== null && status.data?.state !== 'open') return lost;
  // Set-up shows the recovery code before the page knows of an open vault.
  if (locking.now && status.data?.state !== 'open') return <LockingScreen />;
  if (status.data === undefined) {
    return (
      <Container component="main" size="sm" py="xl">
        {status.isError ? (
          <FailedState error={status.error} onRetry={() => void status.refetch()} />
        ) : (
          <LoadingState what="Waymark" />
        )}
      </Container>
    );
  }
  const { state, fault } = status.data;
  if ((path === paths.verify || path === paths.restore) && state !== 'open') {
    return (
      <BareFrame back>
        <Outlet />
      </BareFrame>
    );
  }
  if (fault?.code === 'VAULT_NEWER') return <NewerVaultScreen fault={fault} status={status.data} />;
  if (fault !== null || (path === paths.damaged && state !== 'absent' && !status.data.sample)) {
    return <DamagedVaultScreen fault={fault} status={status.data} />;
  }
  if (state !== 'open') {
    return (
      <BareFrame>
        {state === 'absent' ? (
          <FirstStartScreen status={status.data} />
        ) : (
          <UnlockScreen status={status.data} />
        )}
      </BareFrame>
    );
  }
  const instead = lost ?? (locking.now ? <LockingScreen /> : null);
  return (
    <>
      {instead}
      {/* What is being written stays: it is there again with the connection, or is kept before the vault closes. */}
      <div hidden={instead !== null}>
        {path?.startsWith(`${paths.panel}/`) === true ? (
          <FullFrame>
            <Outlet />
          </FullFrame>
        ) : (
          <AppFrame status={status.data}>
            <Outlet />
          </AppFrame>
        )}
      </div>
    </>
  );
}
