/** YAML that can be read but does not mean what its author meant. */
import type { Entry } from '../located.ts';
import { type Span, span, textOf } from '../source.ts';
import { type Building, spanAt } from './building.ts';
import { quote } from './mends/mend.ts';

/** A key that its map had already, and its place among the map's keys. */
export interface Repeated {
  readonly name: string;
  readonly key: Span;
  readonly at: number;
}

/** Whether the first key of an item comes a second time, so that what follows is another item whose dash was lost. */
export function beginsAgain(again: Repeated | undefined, entries: ReadonlyMap<string, Entry>): boolean {
  if (!again || entries.size < 2 || entries.keys().next().value !== again.name) return false;
  return (lineIndent(again.key) ?? 0) >= 2;
}

/** Keys that follow each other are one mistake. In a text that had to be mended they are an echo of it, and not reported. */
export function reportRepeated(
  again: readonly Repeated[],
  isItem: boolean,
  entries: ReadonlyMap<string, Entry>,
  building: Building,
): void {
  for (const [index, { name, key, at }] of again.entries()) {
    if (again[index - 1]?.at === at - 1) continue;
    let more = 1;
    while (again[index + more]?.at === at + more) more++;
    if (isItem && beginsAgain(again[index], entries)) {
      const fixes = [
        { title: 'Begin an item here', edits: [{ span: span(key.segment, key.from - 2, key.from), newText: '- ' }] },
      ];
      const message = `The key "${name}" begins this item a second time. If another item begins here, put a dash in front of it.`;
      building.problems.push({ rule: 'yaml-syntax', message, span: key, fixes });
      continue;
    }
    const message =
      more > 1
        ? `From "${name}" on, ${more} keys are written a second time here, and YAML readers keep only one of each. Begin another item with a dash, or remove them.`
        : `The key "${name}" is written twice here, and YAML readers keep only one of the two. Remove one, or join them.`;
    building.problems.push({ rule: 'yaml-syntax', message, span: key, fixes: [] });
  }
}

/** Columns in front of a key that is the first of its line. */
function lineIndent(key: Span): number | undefined {
  const before = textOf(span(key.segment, 0, key.from));
  const indent = before.slice(before.lastIndexOf('\n') + 1);
  return /^ *$/.test(indent) ? indent.length : undefined;
}

/** `{{ .Values.window }}` is a mapping whose key is a mapping; no plan has such keys. */
export function reportKey(place: Span, parent: Span, building: Building): void {
  const template = textOf(parent).startsWith('{{') && !/[\r\n]/.test(textOf(parent));
  building.problems.push({
    rule: 'yaml-syntax',
    message: template
      ? 'Without quotes YAML reads `{{ … }}` as two mappings. Quote the value.'
      : 'A key is a word or a text; this one is a list, a mapping or an alias. Write the key as a word, or quote the line if it is a text.',
    span: template ? parent : place,
    fixes: template ? [{ title: 'Quote the value', edits: [{ span: parent, newText: quote(textOf(parent)) }] }] : [],
  });
}

/** A text that goes on with a dash on its next line: an item that was indented too deeply. */
export function reportDashInText(start: number, end: number, building: Building): void {
  const text = building.text.slice(start, end);
  const dash = /\n([ \t]*)- (?=\S)/.exec(text);
  if (!dash) return;
  const at = start + dash.index + 1;
  const indent = (dash[1] ?? '').length;
  const words = /^- \S+/.exec(building.text.slice(at + indent))?.[0].length ?? 1;
  const lineStart = building.text.lastIndexOf('\n', start - 1) + 1;
  const above = /^[ \t]*(?=- )/.exec(building.text.slice(lineStart, start))?.[0];
  building.problems.push({
    rule: 'yaml-syntax',
    message:
      'This line goes on with the text above it, since it is indented deeper. Line the dash up with the other items, or join the lines if it is no item.',
    span: spanAt(building, at + indent, at + indent + words),
    fixes:
      above === undefined
        ? []
        : [
            {
              title: `Indent by ${above.length}`,
              edits: [{ span: spanAt(building, at, at + indent), newText: above }],
            },
          ],
  });
}
