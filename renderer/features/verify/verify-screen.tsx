import { PageHeader } from '#renderer/ui/page-header.tsx';

export function VerifyScreen() {
  return <PageHeader title="VerifyScreen" />;
}
