import { PageHeader } from '#renderer/ui/page-header.tsx';

export function SettingsScreen() {
  return <PageHeader title="SettingsScreen" />;
}
