import { useState } from 'react';
import type { AppStatus } from '#renderer/api/status.ts';
import { pageWillChange } from '#renderer/ui/page-focus.ts';
import { SetUpForm } from './set-up-form.tsx';
import { Welcome } from './welcome.tsx';

/** The very first start on this computer: look around, or set up. */
export function FirstStartScreen(props: { readonly status: AppStatus }) {
  const [settingUp, setSettingUp] = useState(false);
  const turnTo = (next: boolean) => () => {
    pageWillChange();
    setSettingUp(next);
  };
  return settingUp ? (
    <SetUpForm status={props.status} onBack={turnTo(false)} />
  ) : (
    <Welcome onSetUp={turnTo(true)} />
  );
}
