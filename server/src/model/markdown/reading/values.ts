/** Scalars from what stands under a label: the words of its line, a paragraph, the code of a fence. */
import { type ScalarNode, saysNone } from '../../located.ts';
import type { Property, ScalarShape } from '../grammar/grammar.ts';
import type { Block, Fence } from '../text/blocks.ts';
import { codeSpans, plain, prose, unwrap } from '../text/inline.ts';
import { joinLines, joinWords, placeOf, sliceWords, trimWords, type Words, WordsBuilder } from '../text/words.ts';
import type { Context } from './context.ts';
import { type Content, tailOf } from './fields.ts';
import { readScalar, scalarNode, slug } from './scalars.ts';

/** Words for a scalar, which knows how it was written. */
export function scalarFrom(raw: Words, property: Property, scalar: ScalarShape, context: Context): ScalarNode {
  const node = readWords(raw, property, scalar);
  context.layouts.set(node, { kind: 'words', raw });
  return node;
}

function readWords(raw: Words, property: Property, scalar: ScalarShape): ScalarNode {
  const trimmed = trimWords(raw);
  if (property.fences.length > 0 && trimmed.text.startsWith('`') && !unwrap(trimmed).verbatim) {
    const [code] = codeSpans(trimmed);
    if (code) return scalarNode(code);
  }
  if (scalar.reference) return referenceFrom(trimmed);
  return readScalar(trimmed, scalar);
}

/** A name with a remark behind it: `error rate (below 1%)`, `` `p99-latency` — see the board``. */
function referenceFrom(raw: Words): ScalarNode {
  const code = raw.text.startsWith('`') ? codeSpans(raw)[0] : undefined;
  const words = code ?? plain(raw);
  // "None, it is rebuilt from events": the reason belongs to it.
  const whole = scalarNode(words);
  if (saysNone(whole)) return whole;
  const end = words.text.search(/\s*(?:[(;,<>=]|:(?=\s|$))|\s[–—-]\s/);
  const name = end > 0 ? trimWords(sliceWords(words, 0, end)) : words;
  return scalarNode(name, slug(name.text) || name.text);
}

export function scalarContent(
  content: Content,
  property: Property,
  scalar: ScalarShape,
  context: Context,
): ScalarNode | undefined {
  const fence = fenceFor(content, property);
  if (fence) return fenceNode(fence, context);
  if (content.words && content.words.text !== '') return scalarFrom(content.words, property, scalar, context);
  const raw = paragraphsOf(content.blocks, isProse(scalar));
  if (raw) return scalarFrom(raw, property, scalar, context);
  const code = content.blocks.find((block) => block.kind === 'fence');
  if (code && isProse(scalar)) return fenceNode(code, context);
  const listed = listedWords(content.blocks, isProse(scalar));
  return listed && scalarFrom(listed, property, scalar, context);
}

function isProse({ notation, reference, members, boolean, number }: ScalarShape): boolean {
  return !notation && !reference && !members && !boolean && !number;
}

function fenceFor(content: Content, property: Property): Fence | undefined {
  if (property.fences.length === 0) return undefined;
  const [next] = tailOf(content);
  const fits = (block: Block | undefined): block is Fence => block?.kind === 'fence' && fenceFits(block, property);
  return fits(next) ? next : content.blocks.find(fits);
}

/** A fence without a language may hold anything. */
export function fenceFits(fence: Fence, property: Property): boolean {
  return fence.language === '' || property.fences.includes(fence.language);
}

/**
 * Code of several lines ends with a line end, as a YAML block does; a single line does not. So `sql: |` with two statements and
 * `sql: UPDATE …` both come back as they were.
 */
export function fenceNode(fence: Fence, context: Context): ScalarNode {
  const { code } = fence;
  const several = code.text.includes('\n') && !code.text.endsWith('\n');
  const end = placeOf(code).to;
  const words = several
    ? new WordsBuilder(code.segment, end).copy(code, 0, code.text.length).add('\n', end, 0).build()
    : code;
  const node = scalarNode(words, words.text, placeOf(code));
  const content: Content = { blocks: [fence], head: node.head, span: fence.span };
  context.layouts.set(node, { kind: 'content', content });
  return node;
}

/** The first paragraph; of prose, also those that follow it directly. */
function paragraphsOf(blocks: readonly Block[], several: boolean): Words | undefined {
  const first = blocks.findIndex(({ kind }) => kind !== 'comment');
  const found: Words[] = [];
  for (const block of first < 0 ? [] : blocks.slice(first)) {
    if (block.kind !== 'paragraph' || (found.length > 0 && !several)) break;
    const line = joinLines(block.lines);
    if (line) found.push(line);
  }
  return joinWords(found, '\n\n');
}

/** A list where the schema has one text: its items, one after the other. */
function listedWords(blocks: readonly Block[], several: boolean): Words | undefined {
  const list = blocks.find((block) => block.kind === 'list');
  const items = list?.items.flatMap(({ lines }) => joinLines(lines) ?? []) ?? [];
  return joinWords(several ? items.map(prose) : items.slice(0, 1), '; ');
}
