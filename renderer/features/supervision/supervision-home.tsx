import { Navigate } from '@tanstack/react-router';
import { useStatus } from '#renderer/api/status.ts';
import { paths } from '#renderer/ui/paths.ts';
import { SupervisorHome } from './home/supervisor-home.tsx';
import { SupervisionNav } from './supervision-nav.tsx';

/** Where supervision begins: for a supervisor with their doctors, for a doctor with their own meetings. */
export function SupervisionHome() {
  const roles = useStatus().data?.profile?.roles;
  if (roles === undefined) return null;
  if (roles.every((role) => role === 'doctor')) return <Navigate to={paths.meetings} replace />;
  return <SupervisorHome nav={<SupervisionNav />} />;
}
