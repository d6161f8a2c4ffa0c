/** Tools that change a table of MySQL beside live traffic. What they are given is the end of an ALTER TABLE. */
import { programOf, type ShellWord } from './shell.ts';

const TOOLS: ReadonlySet<string> = new Set(['gh-ost', 'pt-online-schema-change']);

/** They change nothing unless they are told to, and on a replica or beside the old table nothing that is used. */
const RUNS = /^--?execute$/;
const KEEPS = /^--?(?:test-on-replica|migrate-on-replica|no-?swap-tables|no-?drop-old-table)$/;

/** `ALTER TABLE invoices DROP COLUMN street`, of which only the last words stand in the line. */
export function alteredOnline(words: readonly ShellWord[]): ShellWord | undefined {
  const at = words.findIndex((word) => TOOLS.has(programOf(word)));
  if (at < 0) return undefined;
  const rest = words.slice(at + 1);
  if (!rest.some(({ text }) => RUNS.test(text)) || rest.some(({ text }) => KEEPS.test(text))) return undefined;
  const alter = givenFor('alter', rest);
  const table = givenFor('table', rest)?.text ?? tableOfDsn(rest);
  if (!alter || alter.at.length === 0) return undefined;
  if (/^\s*ALTER\s+TABLE\b/i.test(alter.text)) return alter;
  return table === undefined ? undefined : behind(`ALTER TABLE ${table} `, alter);
}

/** `--alter='…'` and `--alter '…'`; with one dash too, as programs in Go take it. */
function givenFor(name: string, words: readonly ShellWord[]): ShellWord | undefined {
  for (const [index, word] of words.entries()) {
    const [option] = /^--?[a-z-]+/.exec(word.text) ?? [];
    if (option?.replace(/^--?/, '') !== name) continue;
    if (word.text === option) return words[index + 1];
    const from = option.length + 1;
    const at = word.at.slice(from);
    return { text: word.text.slice(from), at, from: at[0] ?? word.from, to: word.to };
  }
  return undefined;
}

/** `D=shop,t=invoices`. */
function tableOfDsn(words: readonly ShellWord[]): string | undefined {
  const dsn = words.find(({ text }) => /^(?:\w=[^,]*,)*t=[^,\s]/.test(text));
  return dsn && /(?:^|,)t=([^,]+)/.exec(dsn.text)?.[1];
}

/** The words before stand nowhere in the line: their place is where the others begin. */
function behind(words: string, { text, at, from, to }: ShellWord): ShellWord {
  /* istanbul ignore next -- a text with nothing in it alters nothing, and was left out */
  const start = at[0] ?? from;
  return { text: words + text, at: [...Array.from(words, () => start), ...at], from, to };
}
