import type { Audience, LeftOutReason } from './audiences.ts';

/** What the readable summary of a package, or of an open export, says: facts alone, each as it is to be printed. */
export type PackageSummary = {
  readonly doctor: { readonly name: string; readonly gmcNumber: string | null };
  readonly employer: string;
  readonly specialty: string;
  readonly packVersion: string;
  /** `YYYY-MM-DD`. */
  readonly targetDate: string;
  readonly audience: Audience;
  readonly sender: string;
  /** Names; empty when it is locked by a passphrase. */
  readonly recipients: readonly string[];
  /** An instant in UTC. */
  readonly madeAt: string;
  readonly packageId: string;
  /** An export in open formats: everything, and not encrypted. */
  readonly open: boolean;
  /** `Waymark 1.2.3` */
  readonly madeBy: string;
  readonly sample: boolean;
  readonly counts: { readonly evidence: number; readonly reviews: number; readonly files: number };
  readonly leftOut: readonly { readonly why: LeftOutReason; readonly count: number }[];
  readonly capabilities: readonly {
    readonly code: string;
    readonly title: string;
    readonly strength: string;
    readonly items: number;
  }[];
  readonly items: readonly {
    readonly number: number;
    readonly title: string;
    readonly type: string;
    readonly from: string;
    readonly to: string | null;
    readonly capabilities: readonly string[];
    readonly files: readonly string[];
  }[];
  readonly reviews: readonly {
    readonly heldOn: string;
    readonly state: string;
    readonly outcome: string;
    readonly chair: string;
  }[];
};
