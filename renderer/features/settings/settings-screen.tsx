import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useStatus } from '#renderer/api/status.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { AppearanceSettings } from './appearance-settings.tsx';
import { BackupsSettings } from './backups/backups-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { DeadlineSettings } from './deadlines/deadline-settings.tsx';
import { IdentifierSettingsPart } from './identifiers/identifier-settings.tsx';
import { OutcomesSettings } from './outcomes-settings.tsx';
import { PortfolioSettings } from './portfolio-settings.tsx';
import { ProfileSettings } from './profile-settings.tsx';
import { ProgrammeSettings } from './programme/programme-settings.tsx';
import { SecuritySettings } from './security/security-settings.tsx';
import { SigningSettings } from './signing/signing-settings.tsx';

const tabs = [
  ['profile', 'You'],
  ['portfolio', 'Portfolio'],
  ['programme', 'Letterhead'],
  ['outcomes', 'Review outcomes'],
  ['deadlines', 'Review dates'],
  ['identifiers', 'Identifiers'],
  ['security', 'Security'],
  ['signing', 'Signing'],
  ['backups', 'Backups'],
  ['data', 'Your data'],
  ['appearance', 'Appearance'],
] as const;

export function SettingsScreen() {
  const { data: status } = useStatus();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const tab = tabs.find(([key]) => key === search.tab)?.[0] ?? 'profile';
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => {
          void navigate({ to: paths.settings, search: { tab: next ?? 'profile' }, replace: true });
        }}
      >
        <Tabs.List mb="md" aria-label="Settings">
          {tabs.map(([key, label]) => (
            <Tabs.Tab key={key} value={key}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="profile">
          {status?.profile == null ? null : <ProfileSettings profile={status.profile} />}
        </Tabs.Panel>
        <Tabs.Panel value="portfolio">
          <PortfolioSettings />
        </Tabs.Panel>
        <Tabs.Panel value="programme">
          <ProgrammeSettings />
        </Tabs.Panel>
        <Tabs.Panel value="outcomes">
          <OutcomesSettings />
        </Tabs.Panel>
        <Tabs.Panel value="deadlines">
          <DeadlineSettings />
        </Tabs.Panel>
        <Tabs.Panel value="identifiers">
          <IdentifierSettingsPart />
        </Tabs.Panel>
        <Tabs.Panel value="security">
          <SecuritySettings sample={status?.sample ?? false} />
        </Tabs.Panel>
        <Tabs.Panel value="backups">
          <BackupsSettings />
        </Tabs.Panel>
        <Tabs.Panel value="signing">
          <SigningSettings />
        </Tabs.Panel>
        <Tabs.Panel value="data">{status === undefined ? null : <DataSettings status={status} />}</Tabs.Panel>
        <Tabs.Panel value="appearance">
          <AppearanceSettings />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
