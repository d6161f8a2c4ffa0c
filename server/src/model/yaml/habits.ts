/** YAML that can be read but does not mean what its author meant. */
import * as l10n from '@vscode/l10n';
import { matched } from '../../util/matched.ts';
import { offsets, type Span, span, textOf } from '../source.ts';
import { type Building, spanAt } from './building.ts';
import { lineAt } from './mends/lines.ts';
import { quote } from './mends/mend.ts';

/** A key that its map had already, and its place among the map's keys. */
export interface Repeated {
  readonly name: string;
  readonly key: Span;
  readonly at: number;
}

/** Whether the first key of an item, come again, is where another item begins; told unless the text had to be mended anyway. */
export function reportLostDash(name: string, key: Span, building: Building): boolean {
  if (!hasRoomForDash(key)) return false;
  if (building.origin) return true;
  const edits = [{ span: span(key.segment, key.from - 2, key.from), newText: '- ' }];
  const message = l10n.t`The key "${name}" begins this item a second time. If another item begins here, put a dash in front of it.`;
  const fixes = [{ title: l10n.t('Begin an item here'), edits }];
  building.problems.push({ rule: 'yaml-syntax', message, span: key, fixes });
  return true;
}

/** Keys that follow each other are one mistake. In a text that had to be mended they are an echo of it, and not reported. */
export function reportRepeated(again: readonly Repeated[], building: Building): void {
  for (const [index, { name, key, at }] of again.entries()) {
    if (again[index - 1]?.at === at - 1) continue;
    let more = 1;
    while (again[index + more]?.at === at + more) more++;
    const message =
      more > 1
        ? l10n.t`From "${name}" on, ${more} keys are written a second time here, and YAML readers keep only one of each. Begin another item with a dash, or remove them.`
        : l10n.t`The key "${name}" is written twice here, and YAML readers keep only one of the two. Remove one, or join them.`;
    building.problems.push({ rule: 'yaml-syntax', message, span: key, fixes: [] });
  }
}

/** Whether the key is the first of its line, and stands deep enough. */
function hasRoomForDash(key: Span): boolean {
  const { text } = key.segment.source;
  const { start } = offsets(key);
  const line = lineAt(text, start).start;
  return /^ {2,}$/.test(text.slice(line, start));
}

/** `{{ .Values.window }}` is a mapping whose key is a mapping; no plan has such keys. */
export function reportKey(place: Span, parent: Span, building: Building): void {
  const template = textOf(parent).startsWith('{{') && !/[\r\n]/.test(textOf(parent));
  building.problems.push({
    rule: 'yaml-syntax',
    message: template
      ? l10n.t('Without quotes YAML reads `{{ … }}` as two mappings. Quote the value.')
      : l10n.t(
          'A key is a word or a text; this one is a list, a mapping or an alias. Write the key as a word, or quote the line if it is a text.',
        ),
    span: template ? parent : place,
    fixes: template
      ? [{ title: l10n.t('Quote the value'), edits: [{ span: parent, newText: quote(textOf(parent)) }] }]
      : [],
  });
}

/** A text that goes on with a dash on its next line: an item that was indented too deeply. */
export function reportDashInText(start: number, end: number, building: Building): void {
  const text = building.text.slice(start, end);
  const dash = /\n([ \t]*)- (?=\S)/.exec(text);
  if (!dash) return;
  const at = start + dash.index + 1;
  const indent = matched(dash, 1).length;
  const words = matched(/^- \S+/.exec(building.text.slice(at + indent))).length;
  const line = lineAt(building.text, start).start;
  const above = /^[ \t]*(?=- )/.exec(building.text.slice(line, start))?.[0];
  building.problems.push({
    rule: 'yaml-syntax',
    message: l10n.t(
      'This line goes on with the text above it, since it is indented deeper. Line the dash up with the other items, or join the lines if it is no item.',
    ),
    span: spanAt(building, at + indent, at + indent + words),
    fixes:
      above === undefined
        ? []
        : [
            {
              title: l10n.t`Indent by ${above.length}`,
              edits: [{ span: spanAt(building, at, at + indent), newText: above }],
            },
          ],
  });
}
