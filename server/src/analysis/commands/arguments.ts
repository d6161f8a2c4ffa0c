/** The words behind a program's name, told apart: options with their values, and operands. */
import type { Command, Word } from './types.ts';

export interface Arguments {
  readonly command: Command;
  readonly operands: readonly Word[];
  /** By name: `--replicas` with `0`, `-rf` with an empty value. */
  readonly options: readonly { readonly name: string; readonly value: string; readonly word: Word }[];
}

/** `valued`: the options that take the next word as their value. */
export function argumentsOf(command: Command, valued: ReadonlySet<string>): Arguments {
  const operands: Word[] = [];
  const options: { name: string; value: string; word: Word }[] = [];
  const words = command.words.slice(1);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const { text } = word;
    if (text === '--') {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (!text.startsWith('-') || text.length < 2) operands.push(word);
    else if (valued.has(text)) options.push({ name: text, value: words[++at]?.text ?? '', word });
    else {
      const { name, value = '' } = assigned(text);
      options.push({ name, value, word });
    }
  }
  return { command, operands, options };
}

/** `--replicas=0`: an option with its value in one word. */
function assigned(text: string): { name: string; value?: string } {
  const sign = text.indexOf('=');
  return sign < 0 ? { name: text } : { name: text.slice(0, sign), value: text.slice(sign + 1) };
}

/**
 * Whether an option is there: `--force`, `-r` (alone or in a cluster such as `-rf`), `--replicas=0` (with this value). `=false` and
 * `=none` take an option back.
 */
export function hasOption({ options }: Arguments, wanted: string): boolean {
  const { name, value } = assigned(wanted);
  return options.some((option) => {
    if (value !== undefined) return option.name === name && option.value === value;
    if (option.name === name) return !/^(?:false|none)$/.test(option.value);
    return /^-\w$/.test(name) && /^-[A-Za-z]{2,5}$/.test(option.name) && option.name.includes(name.charAt(1));
  });
}

/** `--a|-a|--b`: any of them. */
export function hasAny(args: Arguments, wanted: string): boolean {
  return wanted.split('|').some((one) => hasOption(args, one));
}

/** Options whose value is what the command acts on. */
export const NAMES_TARGET =
  /^(?:-f|--filename|-k|--topic|--group|--name|--bucket|--table-name|--queue-url|--stack-name|--repository-name|--replication-group-id|--[\w-]+-identifier)$/;
