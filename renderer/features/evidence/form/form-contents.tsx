import { useWatch } from 'react-hook-form';
import { count } from '#renderer/text/format.ts';
import type { EvidenceType } from '#shared/domain/evidence-fields-types.ts';
import { answersOf } from './answers.ts';
import { Contents, type Part } from './contents.tsx';
import { wholeMark } from './marks.ts';
import type { DraftForm } from './use-draft-form.ts';

/** The contents of the form as it stands, with how much is in each part. */
export function FormContents(props: {
  readonly form: DraftForm;
  readonly type: EvidenceType;
  readonly exists: boolean;
}) {
  const { form, type, exists } = props;
  const [files, links, details, reflection, verification] = useWatch({
    control: form.control,
    name: ['attachments', 'links', 'details', 'reflection', 'verification'],
  });
  const answered = Object.keys(answersOf({ type: type.id, details })).length;
  const own: readonly Part[] =
    type.fields.length === 0
      ? []
      : [{ name: 'type', title: type.title, note: answered === 0 ? '' : `${answered} answered` }];
  const later: readonly Part[] = exists
    ? [
        { name: 'identifiers', title: 'Identifiers', note: '' },
        { name: 'feedback', title: 'Feedback', note: '' },
        { name: 'signed-off', title: 'In-person sign-off', note: '' },
        { name: 'visible', title: 'Who can see this', note: '' },
        { name: 'used', title: 'Where it is used', note: '' },
      ]
    : [];
  const parts: readonly Part[] = [
    { name: 'basics', title: 'What and when', note: '' },
    { name: 'files', title: 'Files', note: files.length === 0 ? '' : count(files.length, 'file') },
    {
      name: 'capabilities',
      title: 'Capabilities',
      note: links.length === 0 ? 'none yet' : String(links.length),
    },
    ...own,
    {
      name: 'reflection',
      title: type.id === 'reflection' ? 'Anything else' : 'Reflection',
      note: reflection.trim() === '' ? '' : 'written',
    },
    {
      name: 'marks',
      title: 'Verified, authenticated, translated',
      note: wholeMark(verification) === null ? '' : 'verified',
    },
    ...later,
  ];
  return <Contents parts={parts} />;
}
