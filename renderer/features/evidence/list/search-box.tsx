import { TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { faultWords } from '#renderer/text/query-words.ts';
import { singleKeysOn } from '#renderer/ui/single-keys.ts';
import { isDialogueOpen, isTyping } from '#renderer/ui/typing.ts';
import type { QueryFault } from '#shared/domain/evidence-list/query/terms.ts';
import classes from './evidence-filters.module.css';
import { longestText } from './list-search.ts';

const pause = 150; // milliseconds without a key

/** The search as text. What it says that cannot be searched for is told below; `/` leads here. */
export function SearchBox(props: {
  readonly text: string;
  readonly faults: readonly QueryFault[];
  readonly onChange: (text: string) => void;
}) {
  const { faults, onChange } = props;
  const [text, setText] = useState(props.text);
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(props.text);
  const says = useId();
  const send = useDebouncedCallback((next: string) => {
    sent.current = next;
    onChange(next);
  }, pause);
  // Chips, saved searches and the browser's back button change the search from outside; what was typed here stays as typed.
  useEffect(() => {
    if (props.text === sent.current) return;
    sent.current = props.text;
    setText(props.text);
  }, [props.text]);
  useHotkeys([
    [
      '/',
      (event) => {
        if (!singleKeysOn() || isTyping(event.target) || isDialogueOpen()) return;
        event.preventDefault();
        input.current?.focus();
        input.current?.select();
      },
      { preventDefault: false },
    ],
  ]);
  return (
    <div className={classes.search}>
      <TextInput
        ref={input}
        label="Search"
        placeholder="Words in items and their files, or type:audit after:2023"
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={longestText}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={says}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          send(event.currentTarget.value);
        }}
      />
      <div id={says} aria-live="polite" className={classes.faults}>
        {faults.map((fault) => (
          <p key={`${fault.start} ${fault.code}`}>
            {faultWords(fault)}
            <VisuallyHidden> The rest is searched for.</VisuallyHidden>
          </p>
        ))}
      </div>
    </div>
  );
}
