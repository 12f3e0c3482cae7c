import type { SetKind } from '#shared/contract/submission.ts';
import type { SubmissionPlan } from '#shared/domain/submission/plan-types.ts';
import { CheckPart } from './check-part.tsx';
import { LeftOutPart } from './left-out-part.tsx';
import { ProblemsPart } from './problems-part.tsx';
import { SectionPart } from './section-part.tsx';
import { TotalsPart } from './totals-part.tsx';
import { WritePart } from './write-part.tsx';

/** A set, whichever: how much it is, what is worth a look, section by section, and writing it. */
export function SetView(props: { readonly plan: SubmissionPlan; readonly set: SetKind }) {
  const { plan, set } = props;
  return (
    <>
      <TotalsPart plan={plan} />
      <CheckPart plan={plan} />
      <WritePart set={set} problems={plan.problems.length} empty={plan.totals.items === 0} />
      <ProblemsPart problems={plan.problems} />
      {plan.sections.map((section) => (
        <SectionPart key={section.id} section={section} sections={plan.sections} made={plan.made} set={set} />
      ))}
      <LeftOutPart leftOut={plan.leftOut} />
    </>
  );
}
