/** What is read from whole documents, and where every value stands. */
import { describe, expect, it } from 'vitest';
import { allNodes, type LocatedNode, type ScalarNode } from '../../../server/src/model/located.ts';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';
import { jsonOf } from '../../../server/src/model/markdown/writing/json.ts';
import type { DocumentKind, PlanDocument } from '../../../server/src/model/plan-document.ts';
import { offsets, textOf } from '../../../server/src/model/source.ts';
import { STYLES } from './documents.ts';

function read(text: string, kind: DocumentKind): PlanDocument {
  return readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, kind);
}

/** Thrown, not expected: this is asked of every value at every keystroke. */
function checkRanges({ root, source, problems, emptySections }: PlanDocument): void {
  const length = source.text.length;
  const inside = (span: LocatedNode['span'], oneLine: boolean) => {
    const { start, end } = offsets(span);
    if (start < 0 || start > end || end > length) throw new Error(`${start}..${end} is not in 0..${length}`);
    if (oneLine && /[\r\n]/.test(textOf(span))) throw new Error(`more than a line: ${textOf(span)}`);
  };
  for (const node of allNodes(root)) {
    inside(node.span, false);
    inside(node.head, true);
    if (node.kind === 'map') for (const { key } of node.entries.values()) inside(key, false);
    if (node.kind === 'scalar') inside(node.part(0, node.text.length), false);
  }
  for (const { span } of problems) inside(span, false);
  for (const { head } of emptySections) inside(head, true);
}

/** Words of a scalar as they stand in the text: marks inside and wrapped lines aside, they are its text. */
function saysItsText(node: ScalarNode): boolean {
  const bare = (text: string) => text.replace(/[\s>|*`\\_[\](){}<>-]+/g, '');
  return bare(textOf(node.span)).includes(bare(node.text).slice(0, 8)) || node.text === 'yes' || node.text === 'no';
}

describe.each(STYLES)('$name', ({ name, kind, text }) => {
  const document = read(text, kind);

  it('is read as it is meant', async () => {
    const said = { ...(jsonOf(document.root) as object), ...empties(document) };
    await expect(`${JSON.stringify(said, null, 2)}\n`).toMatchFileSnapshot(
      `../../fixtures/markdown/${name.replace(/\.md$/, '.json')}`,
    );
  });

  it.each([
    ['LF', text],
    ['CR LF', text.replace(/\n/g, '\r\n')],
    ['CR', text.replace(/\n/g, '\r')],
    ['a byte order mark', `\uFEFF${text}`],
  ])('is the same with %s, every value where it stands', (_, variant) => {
    const other = read(variant, kind);
    expect(jsonOf(other.root)).toEqual(jsonOf(document.root));
    checkRanges(other);
    for (const node of allNodes(other.root)) {
      if (node.kind === 'scalar' && !node.text.includes('\n'))
        expect(saysItsText(node), `${node.text} at ${textOf(node.span)}`).toBe(true);
    }
  });

  it('can be read at every keystroke', () => {
    for (let end = 0; end <= text.length; end += 3) checkRanges(read(text.slice(0, end), kind));
  });
});

function empties({ emptySections }: PlanDocument): object {
  return emptySections.length > 0 ? { '(empty)': emptySections.map(({ path }) => path.join('.')) } : {};
}
