/** Tables that no label announces. */
import type { ListNode } from '../../located.ts';
import type { Unit } from '../grammar/grammar.ts';
import type { Table } from '../text/blocks.ts';
import { newCollecting } from './collecting.ts';
import { type Context, type Harvest, newHarvest } from './context.ts';
import { collectRows } from './lists.ts';
import { unitColumns } from './rows.ts';

/** `| Stage | Traffic | Soak |` is the stages wherever it stands outside of objects and items. */
export function readLooseTable(table: Table, context: Context): Harvest {
  const result = newHarvest();
  if (context.foreign) return result;
  context.scopes.forEach(({ unit: owner }, up) => {
    for (const property of owner.properties.values()) {
      const { names, shape } = property;
      const { item } = shape;
      // Not the templates, which declare stages too.
      if (!item?.unit?.declares || !names.has(item.unit.declares) || !announces(table, item.unit)) continue;
      const scopes = context.scopes.slice(up);
      const into = newCollecting(property, item, { ...context, scopes });
      collectRows(table, into);
      const head = into.items[0]?.head;
      if (!head || result.found.length > 0) continue;
      const value: ListNode = { kind: 'list', span: table.span, head, items: into.items };
      context.layouts.set(value, { kind: 'content', content: { blocks: [table], head, span: table.span } });
      result.found.push({ up, property, named: false, entry: { key: head, value } });
    }
  });
  return result;
}

/** The first column is named after the unit, and most of the others are keys of it. */
function announces(table: Table, unit: Unit): boolean {
  const columns = unitColumns(table, unit);
  const known = columns.slice(1).filter((property) => property !== undefined).length;
  return (
    columns[0] !== undefined && columns[0] === unit.properties.get('id') && known > 0 && known * 2 >= columns.length - 1
  );
}
