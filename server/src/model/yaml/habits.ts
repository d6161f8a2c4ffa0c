/** YAML that can be read but does not mean what its author meant. */
import type { Entry } from '../located.ts';
import { type Span, span, textOf } from '../source.ts';
import { type Building, spanAt } from './building.ts';
import { quote } from './mends/mend.ts';

/**
 * A key written twice. Whether nothing more needs to be said of the map: its first key begins it again, so that what follows is
 * another item whose dash was lost.
 */
export function reportDuplicate(
  name: string,
  key: Span,
  entries: ReadonlyMap<string, Entry>,
  first: boolean,
  isItem: boolean,
  building: Building,
): boolean {
  const lost = first && isItem && entries.size > 1 && entries.keys().next().value === name;
  const line = lineIndent(key);
  if (lost && line !== undefined && line >= 2) {
    building.problems.push({
      rule: 'yaml-syntax',
      message: `The key "${name}" begins this item a second time. If another item begins here, put a dash in front of it.`,
      span: key,
      fixes: [
        { title: 'Begin an item here', edits: [{ span: span(key.segment, key.from - 2, key.from), newText: '- ' }] },
      ],
    });
    return true;
  }
  building.problems.push({
    rule: 'yaml-syntax',
    message: `The key "${name}" is written twice here, and YAML readers keep only one of the two. Remove one, or join them.`,
    span: key,
    fixes: [],
  });
  return false;
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
