import { Button, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { count } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { SetKind } from '#shared/contract/submission.ts';
import type { PlannedSection, SubmissionPlan } from '#shared/domain/submission/plan-types.ts';
import { DocumentLine } from './document-line.tsx';
import classes from './submission.module.css';

function References({ section }: { readonly section: PlannedSection }) {
  if (section.references.length === 0) return null;
  const text = section.references.map((one) => one.text).join('\n');
  return (
    <Disclosure
      label={`To paste: ${count(section.references.length, 'reference')} to documents that live elsewhere`}
    >
      <pre className={classes.paste}>{text}</pre>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="xs"
            mt="xs"
            aria-label={`Copy the references of ${section.label}`}
            leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            onClick={copy}
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </Disclosure>
  );
}

/** What Waymark writes itself and puts before the documents. */
function MadeFirst({ made }: { readonly made: SubmissionPlan['made'] }) {
  if (made.length === 0) return null;
  const lists = made.filter(({ kind }) => kind === 'pro-forma').length;
  const cv = made.some(({ kind }) => kind === 'cv');
  return (
    <Text size="sm">
      Put first: {cv ? <TextLink to={paths.cv}>your CV</TextLink> : null}
      {cv && lists > 0 ? ', ' : ''}
      {lists > 0 ? (
        <TextLink to={paths.verifiers}>{count(lists, 'list')} to fill in pro formas with</TextLink>
      ) : null}
      .
    </Text>
  );
}

/** One section: the documents that live in it, and what to paste for the others. */
export function SectionPart(props: {
  readonly section: PlannedSection;
  readonly sections: readonly PlannedSection[];
  readonly made: SubmissionPlan['made'];
  readonly set: SetKind;
}) {
  const { section, sections, set } = props;
  const made = props.made.filter((one) => one.section === section.id);
  const files = section.documents.flatMap((document) => document.files);
  const pages = files.reduce((sum, file) => sum + (file.pages ?? 0), 0);
  return (
    <Section
      title={section.label === section.title ? section.title : `${section.label} ${section.title}`}
      {...(section.documents.length === 0
        ? {}
        : {
            intro: `${count(section.documents.length, 'item')}, ${files.length === 0 ? 'no file to upload' : `${count(files.length, 'file')}, ${count(pages, 'page')} counted`}`,
          })}
    >
      <MadeFirst made={made} />
      {section.documents.length === 0 ? (
        <Text size="sm" c="dimmed">
          {section.references.length === 0 ? 'Nothing here yet.' : 'No document of its own.'}
        </Text>
      ) : (
        <Disclosure label="Documents">
          <ul className={classes.list}>
            {section.documents.map((document, at) => (
              <DocumentLine
                key={document.itemId}
                document={document}
                section={section}
                sections={sections}
                set={set}
                above={section.documents[at - 1]?.itemId ?? null}
                below={section.documents[at + 2]?.itemId ?? null}
                last={at === section.documents.length - 1}
              />
            ))}
          </ul>
        </Disclosure>
      )}
      <Group>
        <References section={section} />
      </Group>
    </Section>
  );
}
