/** Words to scalar values, by what the schema takes. Words that are no such value are kept as they are: the validator judges them. */
import type { ScalarNode, ScalarValue } from '../../located.ts';
import { firstLine, type Span } from '../../source.ts';
import type { ScalarShape } from '../grammar/grammar.ts';
import { firstLink, plain, prose } from '../text/inline.ts';
import { leadingSigns } from '../text/labels.ts';
import { placeOf, sliceWords, trimWords, type Words } from '../text/words.ts';
import { isWellFormed } from './notations.ts';

export function scalarNode(words: Words, value: ScalarValue = words.text, place: Span = placeOf(words)): ScalarNode {
  const part = (from: number, to: number) => placeOf(words, from, to);
  return { kind: 'scalar', span: place, head: firstLine(place), value, text: words.text, part };
}

/** `raw` is Markdown as it stands in the text. */
export function readScalar(raw: Words, shape: ScalarShape): ScalarNode {
  if (shape.link) {
    const link = firstLink(raw);
    if (link) return scalarNode(link);
  }
  if (isSentence(shape)) return scalarNode(prose(raw));
  const words = withoutSigns(plain(raw));
  return typed(words, shape);
}

/** Free text keeps its code marks; everything else is compared with a notation or with names. */
function isSentence(shape: ScalarShape): boolean {
  return !shape.boolean && !shape.number && !shape.notation && !shape.reference && !shape.members;
}

function withoutSigns(words: Words): Words {
  const skip = leadingSigns(words.text);
  return skip > 0 && skip < words.text.length ? trimWords(sliceWords(words, skip)) : words;
}

function typed(words: Words, shape: ScalarShape): ScalarNode {
  const { text } = words;
  if (shape.boolean) {
    const truth = truthOf(text);
    if (truth !== undefined) return scalarNode(words, truth);
  }
  if (shape.number) {
    const number = numberOf(text);
    if (number !== undefined) return scalarNode(words, number);
  }
  if (shape.members) return memberOf(words, shape.members, shape);
  if (shape.notation && shape.notation !== 'criterion') return inNotation(words, shape.notation);
  return scalarNode(words);
}

/** Yes or no, also with a reason behind it: `no, the column is gone`. */
export function truthOf(text: string): boolean | undefined {
  const word = /^(true|yes|false|no)(?=$|[\s,.;:(–—-])/i.exec(text)?.[1]?.toLowerCase();
  return word === undefined ? undefined : word === 'true' || word === 'yes';
}

function numberOf(text: string): number | undefined {
  const digits = /^-?\d{1,3}(?:[,_ ]\d{3})+$/.test(text) ? text.replace(/[,_ ]/g, '') : text;
  return /^-?(?:0|[1-9]\d{0,15})(?:\.\d{1,15})?$/.test(digits) ? Number(digits) : undefined;
}

/** `In review` is `in-review`; `Medium (many consumers)` is `medium`. */
function memberOf(words: Words, members: readonly string[], { slugs, synonyms }: ScalarShape): ScalarNode {
  if (members.includes(words.text)) return scalarNode(words);
  for (const candidate of [words, upTo(words, /\s*[(,;.:–—]|\s-\s/)]) {
    const member = slugs?.get(slug(candidate.text)) ?? synonyms?.get(candidate.text.toLowerCase());
    if (member !== undefined) return scalarNode(candidate, member);
  }
  return scalarNode(words);
}

/** `24h (watch closely)` is `24h`: a remark behind a value is no part of it. Only in brackets it surely is one behind a value like `90 days`. */
function inNotation(words: Words, notation: string): ScalarNode {
  if (isWellFormed(notation, words.text)) return scalarNode(words);
  const core = upTo(words, /\s*[(;,]|\s[–—-]\s/);
  return scalarNode(isWellFormed(notation, core.text) ? core : upTo(words, /\s*\([^()]*\)$/));
}

export function upTo(words: Words, pattern: RegExp): Words {
  const end = words.text.search(pattern);
  return end > 0 ? trimWords(sliceWords(words, 0, end)) : words;
}

/** The id that words stand for: `Error rate` is `error-rate`. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}
