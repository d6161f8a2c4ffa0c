/** When one label may mean two keys: which of them the content under it looks like. */

import type { Unit, ValueShape } from '../grammar/grammar.ts';
import type { Block, Item, Table } from '../text/blocks.ts';
import { labelOf, normalLabel } from '../text/labels.ts';
import type { Content } from './fields.ts';

export function fitOf(shape: ValueShape, content: Content): number {
  const unit = shape.item?.unit;
  if (unit && !shape.item?.scalar && content.blocks.some((block) => declares(block, unit))) return 3;
  if (unit?.declares) return 0;
  const listed = content.blocks.some(({ kind }) => kind === 'list' || kind === 'table' || kind === 'section');
  if (shape.item) return listed ? 2 : 1;
  if (shape.scalar && !shape.unit) return listed && !content.words ? 0 : 2;
  return 1;
}

/** A table with columns of the unit besides its name, or items with labels of their own: a declaration. Bare names only refer. */
function declares(block: Block, unit: Unit): boolean {
  switch (block.kind) {
    case 'table':
      return columnsOf(block, unit).filter((key) => key !== undefined && key !== 'id' && key !== 'title').length > 0;
    case 'list':
      return block.items.some((item) => item.blocks.some((below) => hasLabels(below, unit)));
    case 'section':
      return block.blocks.some((below) => hasLabels(below, unit) || declares(below, unit));
    default:
      return false;
  }
}

function columnsOf(table: Table, unit: Unit): (string | undefined)[] {
  return table.header.cells.map((cell) => unit.byName.get(normalLabel(cell.text))?.[0]?.key);
}

/** Whether a block says anything of a unit by its labels. */
export function hasLabels(block: Block, unit: Unit): boolean {
  const knows = (text: string) => unit.byName.has(normalLabel(text));
  const labelled = (item: Item) => {
    const label = item.lines[0] && labelOf(item.lines[0]);
    return label !== undefined && knows(label.label.text);
  };
  switch (block.kind) {
    case 'section':
      return knows(block.heading.text);
    case 'list':
      return block.items.some(labelled);
    case 'paragraph':
      return block.lines.some((line) => {
        const label = labelOf(line);
        return label !== undefined && knows(label.label.text);
      });
    case 'table':
      return (
        block.header.cells.length === 2 &&
        [block.header, ...block.rows].some(({ cells }) => cells.slice(0, 1).some(({ text }) => knows(text)))
      );
    default:
      return false;
  }
}
