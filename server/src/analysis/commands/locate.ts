/** Facts of the commands of a value, with their places in its source. */
import type { ScalarNode } from '../../model/located.ts';
import type { Span } from '../../model/source.ts';
import { commandFacts } from './facts.ts';
import type { CommandFact, TextRange, UnpinnedFact } from './types.ts';
import { unpinnedIn } from './unpinned.ts';

export interface Located<T> {
  readonly fact: T;
  /** The words, on one line. */
  readonly span: Span;
  /** The same words, as a message shows them. */
  readonly words: string;
}

export function factsOf(node: ScalarNode): readonly Located<CommandFact>[] {
  return locate(node, commandFacts);
}

export function unpinnedOf(node: ScalarNode): readonly Located<UnpinnedFact>[] {
  return locate(node, unpinnedIn);
}

const known = new WeakMap<ScalarNode, Map<unknown, readonly Located<TextRange>[]>>();

/** A node's text never changes, so what it says is found once. */
function locate<T extends TextRange>(node: ScalarNode, find: (text: string) => readonly T[]): readonly Located<T>[] {
  if (node.broken || typeof node.value !== 'string') return [];
  const answers = known.get(node) ?? new Map<unknown, readonly Located<TextRange>[]>();
  known.set(node, answers);
  const answer = answers.get(find) ?? find(node.text).map((fact) => placed(node, fact));
  answers.set(find, answer);
  return answer as readonly Located<T>[];
}

const LONGEST_SHOWN = 60;

function placed<T extends TextRange>(node: ScalarNode, fact: T): Located<T> {
  const words = node.text.slice(fact.from, fact.to).replace(/\s*\\?\r?\n[\s\S]*/, '');
  const short = words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN).replace(/\s+\S*$/, '')} …` : words;
  return { fact, span: node.part(fact.from, fact.from + words.length), words: short };
}
