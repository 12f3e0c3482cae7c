import type { AppStatus } from '#renderer/api/status.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';

export function UnlockScreen(_props: { readonly status: AppStatus }) {
  return <PageHeader title="Start" />;
}
