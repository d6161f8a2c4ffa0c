/** Commands of a shell text: what stands between the operators, and what the words of a command run in their turn. */
import { withoutPrompts } from './prompts.ts';
import { scriptRead } from './stdin.ts';
import { type Token, tokensIn, type WordToken } from './tokens.ts';
import type { Command, Prose, Redirect, TextRange } from './types.ts';
import { unwrap } from './wrappers.ts';

/** Longer than any command of a plan; a whole script is a file of its own. */
const LONGEST = 10_000;
const DEEPEST = 4;

/** Every command, those in `$(…)`, in backticks and in `bash -c '…'` too, in the order of the text. */
export function commandsIn(text: string): readonly Command[] {
  const code = withoutPrompts(text.slice(0, LONGEST));
  const commands: Command[] = [];
  read(code, { from: 0, to: code.length }, 0, undefined, commands);
  return commands.sort((a, b) => a.from - b.from);
}

const SEPARATORS = new Set(['\n', ';', ';;', '&', '&&', '||', '|', '|&', '(', ')']);
const KEYWORDS = new Set(['if', 'then', 'elif', 'else', 'while', 'until', 'do', '!', '{', '}', 'fi', 'done', 'esac']);

interface Part {
  readonly words: WordToken[];
  readonly redirects: Redirect[];
  readonly comments: string[];
  isPiped: boolean;
}

function read(text: string, range: TextRange, depth: number, prose: Prose | undefined, into: Command[]): void {
  if (depth > DEEPEST) return;
  let last: Command | undefined;
  let folder: string | undefined;
  for (const part of partsOf(tokensIn(text, range.from, range.to))) {
    const before = last;
    last = undefined;
    const [first] = part.words;
    if (!first) continue;
    const unwrapped = unwrap(part.words);
    const { words, assignments, scripts } = unwrapped;
    const [name, ...rest] = words;
    if (name) {
      last = {
        from: name.from,
        to: (rest.at(-1) ?? name).to,
        name: programName(name.text),
        words: [name, ...rest],
        assignments,
        redirects: part.redirects,
        comments: part.comments,
        pipedFrom: part.isPiped ? before : undefined,
        prose,
        folder,
      };
      if (last.name === 'cd') folder = rest[0]?.text;
      into.push(last);
    }
    const given = scriptRead(unwrapped, text, part.redirects, part.isPiped ? before : undefined);
    for (const script of given ? [...scripts, given] : scripts) read(text, script, depth + 1, prose, into);
    for (const word of [...part.words, ...part.redirects.map(({ target }) => target)])
      for (const inside of word.nested) read(text, inside, depth + 1, proseAround(text, inside) ?? prose, into);
  }
}

function proseAround(text: string, { from, to }: TextRange): Prose | undefined {
  if (text.charAt(from - 1) !== '`') return undefined;
  const end = text.indexOf('\n', to);
  return {
    before: text.slice(text.lastIndexOf('\n', from - 1) + 1, from - 1),
    after: text.slice(to + 1, end < 0 ? text.length : end),
  };
}

function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [newPart([], false)];
  let above: string[] = [];
  let sign: string | undefined;
  for (const token of tokens) {
    const part = parts.at(-1) as Part;
    if (token.kind === 'comment') {
      part.comments.push(token.text);
      if (part.words.length === 0) above.push(token.text);
      else above = [];
    } else if (token.kind === 'word') {
      if (sign !== undefined) part.redirects.push({ sign, target: token });
      else if (part.words.length > 0 || token.quoted || !KEYWORDS.has(token.text)) part.words.push(token);
      sign = undefined;
    } else if (SEPARATORS.has(token.text)) {
      sign = undefined;
      if (token.text === '\n' && part.words.length > 0) above = [];
      if (part.words.length > 0 || token.text !== '\n')
        parts.push(newPart(above, token.text.startsWith('|') && token.text !== '||'));
    } else {
      sign = token.text;
      dropDescriptor(part, token.from);
    }
  }
  return parts;
}

function newPart(comments: readonly string[], isPiped: boolean): Part {
  return { words: [], redirects: [], comments: [...comments], isPiped };
}

/** The 2 of `2>file` is no word of the command. */
function dropDescriptor({ words }: Part, at: number): void {
  const last = words.at(-1);
  if (last?.to === at && /^\d$/.test(last.text)) words.pop();
}

function programName(text: string): string {
  const file = text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
  return file.replace(/\.(?:sh|exe|cmd|bat)$/i, '').toLowerCase();
}
