import {
  type Icon,
  IconBook2,
  IconBulb,
  IconCalendarStats,
  IconChartGridDots,
  IconClipboardCheck,
  IconFiles,
  IconFileText,
  IconFolders,
  IconHistory,
  IconHome,
  IconId,
  IconMailQuestion,
  IconPackageExport,
  IconPackageImport,
  IconSettings,
  IconShieldCheck,
  IconStethoscope,
  IconTimeline,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useStatus } from '#renderer/api/status.ts';
import { NavigationLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { ProfileRole } from '#shared/domain/profile.ts';
import classes from './shell.module.css';

type Destination = { readonly to: (typeof destinations)[number]['to'] };

/** The app's main places, in the order of the work. */
export const destinations = [
  { to: paths.home, label: 'Home', icon: IconHome, words: 'what needs me now, start' },
  { to: paths.evidence, label: 'Evidence', icon: IconFiles, words: 'items, files, list' },
  { to: paths.coverage, label: 'Coverage', icon: IconChartGridDots, words: 'capabilities, gaps, map' },
  {
    to: paths.supervision,
    label: 'Supervision',
    icon: IconStethoscope,
    words:
      'my doctors, what waits for me, feedback, review evidence, queue, supervisor, meetings, actions, agenda, overdue',
  },
  { to: paths.reviews, label: 'Reviews', icon: IconClipboardCheck, words: 'panel, ARCP, report, actions' },
  {
    to: paths.panel,
    label: 'Panel day',
    icon: IconUsersGroup,
    words: 'panel room, day, members, judge, compare',
  },
  {
    to: paths.programme,
    label: 'Programme',
    icon: IconCalendarStats,
    words: 'all doctors, calendar, deadlines, reminders, statistics, outcomes by year',
  },
  {
    to: paths.requests,
    label: 'Requests',
    icon: IconMailQuestion,
    words: 'sign-off, ask, assessor, chase, overdue, asked of me, printed form, scan',
  },
  {
    to: paths.supervisorReports,
    label: 'Reports',
    icon: IconFileText,
    words: 'supervisor’s report, educational supervisor, seal, structured report',
  },
  {
    to: paths.opportunities,
    label: 'Opportunities',
    icon: IconBulb,
    words: 'management, teaching, governance, audit, research, secondment, programme',
  },
  {
    to: paths.timeline,
    label: 'Timeline',
    icon: IconTimeline,
    words: 'posts, jobs, gaps, activity by month, years',
  },
  { to: paths.cv, label: 'CV', icon: IconId, words: 'curriculum vitae, posts, jobs, gaps, Word, résumé' },
  {
    to: paths.submission,
    label: 'Hand over',
    icon: IconFolders,
    words: 'submission, GMC, upload, verifiers, referees, index, recommendations',
  },
  {
    to: paths.send,
    label: 'Send',
    icon: IconPackageExport,
    words: 'share, package, supervisor, panel, encrypted',
  },
  {
    to: paths.receive,
    label: 'Receive',
    icon: IconPackageImport,
    words: 'open a package, import, waymark file, merge',
  },
  { to: paths.people, label: 'People', icon: IconUsers, words: 'cards, directory, fingerprint, contacts' },
  {
    to: paths.activity,
    label: 'Activity',
    icon: IconHistory,
    words: 'history, audit trail, who did what, undo',
  },
  {
    to: paths.guidance,
    label: 'Guidance',
    icon: IconBook2,
    words: 'pack, specialty, curriculum, editor, CASE, new version',
  },
  { to: paths.verify, label: 'Verify', icon: IconShieldCheck, words: 'check a signed PDF' },
  { to: paths.settings, label: 'Settings', icon: IconSettings, words: 'profile, portfolio, outcomes, data' },
] as const satisfies readonly {
  readonly to: string;
  readonly label: string;
  readonly icon: Icon;
  readonly words: string;
}[];

/** Places for some alone, so that the others have less to read. The palette leads everybody everywhere. */
const only: { readonly [P in Destination['to']]?: readonly ProfileRole[] } = {
  [paths.programme]: ['panel', 'programme-lead'],
};

export function Navigation(props: { readonly onGo: () => void }) {
  const { data: status } = useStatus();
  const roles = status?.profile?.roles ?? [];
  const own = destinations.filter(
    ({ to }: Destination) => only[to]?.some((role) => roles.includes(role)) ?? true,
  );
  return own.map(({ to, label, icon: PlaceIcon }: Destination & (typeof destinations)[number]) => (
    <NavigationLink
      key={to}
      to={to}
      label={label}
      leftSection={<PlaceIcon size={20} stroke={1.7} aria-hidden />}
      activeOptions={{ exact: to === paths.home }}
      activeProps={{ 'data-active': true, 'aria-current': 'page' }}
      className={classes.navLink ?? ''}
      onClick={props.onGo}
    />
  ));
}
