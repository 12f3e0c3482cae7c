import { useStatus } from '#renderer/api/status.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { ProfileRole } from '#shared/domain/profile.ts';
import classes from './supervision.module.css';

const doctors = { to: paths.supervision, label: 'My doctors' } as const;
const own = [
  { to: paths.meetings, label: 'Meetings' },
  { to: paths.actions, label: 'Actions' },
] as const;
const inPerson = { to: paths.queue, label: 'Review in person' } as const;

/** A doctor alone has no doctors to look after; their supervisor may sit beside them. */
const placesFor = (roles: readonly ProfileRole[]) =>
  roles.every((role) => role === 'doctor') ? [...own, inPerson] : [doctors, ...own];

/** The parts of supervision, on each of them. */
export function SupervisionNav() {
  const roles = useStatus().data?.profile?.roles ?? ['doctor'];
  return (
    <nav aria-label="Supervision">
      <ul className={classes.nav}>
        {placesFor(roles).map(({ to, label }) => (
          <li key={to}>
            <TextLink
              to={to}
              underline="never"
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {label}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
