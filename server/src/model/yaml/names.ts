/** The name of a plan, read from its own entry alone. */
import type { Source } from '../source.ts';
import { cutText } from './cutting/cut.ts';
import { indexLines } from './cutting/line-index.ts';
import { readPiece } from './cutting/pieces.ts';
import { declaredBy, startOfText } from './read.ts';

/** A piece whose first key is `name`; comments and blank lines may stand above it. */
const NAMED = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ ]*name:/;

/** Nothing where the text is not one map whose outermost entries are beyond doubt, or where the name itself cannot be read alone. */
export function namesInYaml(source: Source): readonly string[] | undefined {
  const start = startOfText(source);
  const cut = cutText(source.text, indexLines(source.text, start), { smallest: Number.POSITIVE_INFINITY });
  if (!cut) return undefined;
  const names: string[] = [];
  for (const { start, end } of cut.parts) {
    if (!NAMED.test(source.text.slice(start, end))) continue;
    const entry = readPiece({ source, start, length: end - start }, 'entry');
    if (entry?.kind !== 'map') return undefined;
    const { plan } = declaredBy(entry);
    if (plan !== undefined) names.push(plan);
  }
  return names;
}
