import { useStatus } from '#renderer/api/status.ts';
import { HomeScreen } from '#renderer/features/home/home-screen.tsx';
import { SupervisorHome } from '#renderer/features/supervision/home/supervisor-home.tsx';

/** Where somebody lands: a supervisor who builds no portfolio of their own at their doctors. */
export function RoleHome() {
  const { data: status } = useStatus();
  const roles = status?.profile?.roles ?? ['doctor'];
  return roles.includes('supervisor') && !roles.includes('doctor') && !roles.includes('programme-lead') ? (
    <SupervisorHome title="What needs me now" />
  ) : (
    <HomeScreen />
  );
}
