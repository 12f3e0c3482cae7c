import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAutoLock } from '#renderer/api/auto-lock.ts';
import type { AppStatus } from '#renderer/api/status.ts';
import { useEnterVault } from '#renderer/api/vault-changes.ts';
import { KeepRecoveryCode } from '#renderer/ui/keep-recovery-code.tsx';
import { pageWillChange } from '#renderer/ui/page-focus.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { type MadeVault, SetUpForm } from './set-up-form.tsx';
import { Welcome } from './welcome.tsx';

/** Between making the vault and using it: the code cannot be shown again, so it stands alone on the screen. */
function RecoveryStep(props: { readonly made: MadeVault }) {
  const { status, recoveryCode } = props.made;
  const enter = useEnterVault();
  const navigate = useNavigate();
  useAutoLock(status.lockAfter);
  const goOn = async (recovery: AppStatus['recovery']) => {
    enter({ ...status, recovery });
    const isDoctor = status.profile?.roles.includes('doctor') ?? false;
    await navigate({ to: isDoctor ? paths.newPortfolio : paths.home });
  };
  return (
    <>
      <PageHeader title="Your recovery code" intro="Your vault is made. One more thing before you begin." />
      <KeepRecoveryCode
        code={recoveryCode}
        onKept={() => void goOn('kept')}
        onLater={() => void goOn('made')}
      />
    </>
  );
}

/** The very first start on this computer: look around, or set up. */
export function FirstStartScreen(props: { readonly status: AppStatus }) {
  const [settingUp, setSettingUp] = useState(false);
  const [made, setMade] = useState<MadeVault | null>(null);
  const turnTo = (next: boolean) => () => {
    pageWillChange();
    setSettingUp(next);
  };
  if (made !== null) return <RecoveryStep made={made} />;
  return settingUp ? (
    <SetUpForm
      status={props.status}
      onBack={turnTo(false)}
      onMade={(vault) => {
        pageWillChange();
        setMade(vault);
      }}
    />
  ) : (
    <Welcome onSetUp={turnTo(true)} />
  );
}
