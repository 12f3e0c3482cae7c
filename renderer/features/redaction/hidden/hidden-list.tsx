import { count } from '#renderer/text/format.ts';
import { hiddenWords } from '#renderer/text/identifier-words.ts';
import { hiddenMeaning } from '#renderer/text/redaction-words.ts';
import { type HiddenFinding, type HiddenKind, hiddenKinds } from '#shared/domain/documents/text.ts';
import classes from '../redaction.module.css';

const fewExamples = 3;
const longest = 60; // characters of one

const shortOf = ({ label, text }: HiddenFinding) => {
  const line = [label, text]
    .filter((part) => part !== '')
    .join(': ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
};

function pagesOf(findings: readonly HiddenFinding[]): string {
  const pages = [...new Set(findings.flatMap(({ page }) => page ?? []))];
  if (pages.length === 0) return '';
  return pages.length > 5 ? `, on ${count(pages.length, 'page')}` : `, page ${pages.join(', ')}`;
}

// The worst first.
const order: readonly HiddenKind[] = [
  'covered-text',
  'covered-picture',
  'unapplied-redaction',
  ...hiddenKinds.filter(
    (kind) => kind !== 'covered-text' && kind !== 'covered-picture' && kind !== 'unapplied-redaction',
  ),
];

/** What was found, by kind: what it is, how much of it, what it means, and a few examples. */
export function HiddenList({ hidden }: { readonly hidden: readonly HiddenFinding[] }) {
  const groups = order
    .map((kind) => [kind, hidden.filter(({ what }) => what === kind)] as const)
    .filter(([, findings]) => findings.length > 0);
  return (
    <ul className={classes.list} aria-label="Hidden content">
      {groups.map(([kind, findings]) => {
        const examples = [...new Set(findings.map(shortOf))].filter((words) => words !== '');
        return (
          <li key={kind}>
            <strong>{hiddenWords[kind]}</strong> ({findings.length}
            {pagesOf(findings)}). {hiddenMeaning[kind]}
            {examples.length === 0 ? null : (
              <span className={classes.examples}>
                {' '}
                For example:{' '}
                {examples.slice(0, fewExamples).map((words, at) => (
                  <span key={words}>
                    {at === 0 ? '' : '; '}
                    <q>{words}</q>
                  </span>
                ))}
                .
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
