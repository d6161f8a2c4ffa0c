/** Which engine a statement is written for. */

import { EVIDENCE, SYNONYMS } from './engine-words.ts';
import { type Engine, isEngine } from './engines.ts';

/** Enough of a file to know its dialect by. */
const ENOUGH = 200_000;

/** The plan's own word, else what the statement's words give away; `unknown` where they say nothing, or two things. */
export function engineOf(words: string, declared?: string): Engine {
  const named = declared === undefined ? undefined : engineNamed(declared);
  if (named !== undefined) return named;
  const text = words.length > ENOUGH ? words.slice(0, ENOUGH) : words;
  const [only, another] = EVIDENCE.filter(([, pattern]) => pattern.test(text));
  return only && !another ? only[0] : 'unknown';
}

/** "PostgreSQL 16" is an engine too. Undefined for what is none. */
export function engineNamed(declared: string): Engine | undefined {
  const words = declared.trim().toLowerCase().slice(0, 100);
  const bare = words.replace(/[\s-]*v?\d[\d.]*.*$/, '');
  for (const name of [words, bare, bare.replace(/[\s_]+/g, '-')]) {
    if (isEngine(name)) return name;
    if (Object.hasOwn(SYNONYMS, name)) return SYNONYMS[name];
  }
  return undefined;
}
