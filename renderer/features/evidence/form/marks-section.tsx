import { Group, Radio, Text } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import { DateField } from '#renderer/forms/date-field.tsx';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { markStateWords, markTexts } from '#renderer/text/mark-words.ts';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { SourceLink } from '#renderer/ui/source-link.tsx';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';
import { FormSection } from './form-section.tsx';
import { type FormMark, isBegun, type MarkState, markOf, markState, withNotNeeded } from './marks.ts';
import classes from './marks-section.module.css';
import { TodayButton } from './today-button.tsx';
import type { DraftForm } from './use-draft-form.ts';

const touched = { shouldDirty: true, shouldTouch: true } as const;

type Guide = ReturnType<typeof applicationGuideOf>;
type Rule = Guide['notVerified'] | Guide['authenticated'];

function RuleWords(props: { readonly rule: Rule; readonly guide: Guide; readonly says: string }) {
  const { rule, guide, says } = props;
  const source = guide.sourceOf(rule.source);
  return (
    <div className={classes.rule}>
      <Text size="sm">
        {says} {rule.note}
      </Text>
      <Group gap="xs">
        <CertaintyBadge certainty={rule.certainty} />
        {source === undefined ? null : <SourceLink source={source} />}
      </Group>
    </div>
  );
}

/** One mark: not yet, done by whom and when and where, or not needed. */
function Mark({ form, mark }: { readonly form: DraftForm; readonly mark: FormMark }) {
  const [value, notNeeded] = useWatch({ control: form.control, name: [mark, 'notNeeded'] });
  const state = markState({ ...form.getValues(), [mark]: value, notNeeded }, mark);
  const words = markTexts[mark];
  const set = (next: MarkState) => {
    const begun = { by: '', on: '', institution: mark === 'verification' ? form.getValues('place') : '' };
    form.setValue(mark, next === 'yes' ? (form.getValues(mark) ?? begun) : null, touched);
    form.setValue('notNeeded', withNotNeeded(notNeeded, markOf[mark], next === 'not-needed'), touched);
  };
  return (
    <div className={classes.mark}>
      <Radio.Group
        label={words.title}
        description={words.about}
        value={state}
        onChange={(next) => set(next === 'yes' || next === 'not-needed' ? next : 'no')}
      >
        <Group gap="lg" mt={6}>
          {(['no', 'yes', 'not-needed'] as const).map((one) => (
            <Radio key={one} value={one} label={one === 'yes' ? words.done : markStateWords[one]} />
          ))}
        </Group>
      </Radio.Group>
      {value === null ? null : (
        <div className={classes.parts}>
          <TextField
            form={form}
            name={`${mark}.by`}
            label={`${words.done} by`}
            placeholder="Name and post"
            required
            maxLength={120}
          />
          <div>
            <DateField form={form} name={`${mark}.on`} label={`${words.done} on`} required />
            <TodayButton
              label={`${words.done} today`}
              onDay={(day) => form.setValue(`${mark}.on`, day, { ...touched, shouldValidate: true })}
            />
          </div>
          <TextField
            form={form}
            name={`${mark}.institution`}
            label={mark === 'verification' ? 'Institution' : `Institution, ${words.done.toLowerCase()}`}
            required
            maxLength={160}
          />
        </div>
      )}
      {isBegun(value) ? (
        <Text size="sm" role="status">
          Counted as not {words.done.toLowerCase()} until all three are filled in.
        </Text>
      ) : null}
    </div>
  );
}

/** What others confirmed about the item: verified, authenticated, translated. Anonymised has its own panel. */
export function MarksSection(props: {
  readonly form: DraftForm;
  readonly pack: GuidancePack;
  readonly type: EvidenceTypeId;
}) {
  const { form, pack, type } = props;
  const guide = applicationGuideOf(pack);
  const certified = guide.authenticated.types.includes(type);
  const said = form.formState.defaultValues;
  const asked =
    certified || [said?.authenticated, said?.translated].some((mark) => mark !== null && mark !== undefined);
  const rest = (
    <>
      {certified ? (
        <RuleWords
          rule={guide.authenticated}
          guide={guide}
          says="The GMC asks for certified copies of these."
        />
      ) : null}
      <Mark form={form} mark="authenticated" />
      <Mark form={form} mark="translated" />
    </>
  );
  return (
    <FormSection name="marks" title="Verified, authenticated, translated">
      {guide.notVerified.types.includes(type) ? (
        <RuleWords
          rule={guide.notVerified}
          guide={guide}
          says="The GMC does not ask for this kind of evidence to be verified. Not asked for:"
        />
      ) : null}
      <Mark form={form} mark="verification" />
      {asked ? rest : <Disclosure label="From abroad, or not in English">{rest}</Disclosure>}
    </FormSection>
  );
}
