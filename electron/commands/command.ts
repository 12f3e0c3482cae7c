/** Where a command writes. `line` is its result (stdout); `fault` and `note` are for people (stderr). */
export type Output = {
  readonly line: (text: string) => void;
  readonly note: (text: string) => void;
  readonly fault: (text: string) => void;
};

/** One command: its arguments after the name, and the exit code it ends with. */
export type Command = (args: readonly string[], out: Output) => Promise<number>;
