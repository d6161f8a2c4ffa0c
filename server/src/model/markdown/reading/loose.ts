/** Blocks without a label, and what they give the unit that they stand in. */

import type { Property, Unit } from '../grammar/grammar.ts';
import type { Fence, List, Paragraph, Table } from '../text/blocks.ts';
import { plain } from '../text/inline.ts';
import { joinLines, sliceWords, type Words } from '../text/words.ts';
import { type Context, type Harvest, newHarvest, type Scope } from './context.ts';
import type { Content, Loose } from './fields.ts';
import { readLooseTable } from './loose-table.ts';
import { mapNode, takesFence, textEntry } from './object.ts';
import { readRow, unitColumns } from './rows.ts';
import { scalarNode } from './scalars.ts';
import { fenceNode } from './values.ts';

export function looseHarvest({ block }: Loose, context: Context, loose: boolean, sofar: Harvest): Harvest {
  const result = newHarvest();
  const [scope] = context.scopes;
  if (block.kind === 'table' && (scope?.kind === 'part' || scope?.kind === 'plan'))
    return readLooseTable(block, context);
  if (!scope || !loose) return result;
  if (block.kind === 'table') return keyTable(block, scope.unit, context);
  const has = (key: string) => sofar.found.some(({ up, property }) => up === 0 && property.key === key);
  if (block.kind === 'fence') fenceHarvest(block, scope, context, has, result);
  if (block.kind === 'paragraph' && scope.kind === 'object') textHarvest(block.lines, scope.unit, context, has, result);
  if (block.kind === 'paragraph' || block.kind === 'list') oppositeHarvest(block, scope.unit, has, result);
  return result;
}

/** A table of keys with one row of values below them. */
function keyTable(table: Table, unit: Unit, context: Context): Harvest {
  const result = newHarvest();
  const [row, ...others] = table.rows;
  if (!row || others.length > 0) return result;
  const columns = unitColumns(table, unit);
  if (columns.length < 2 || columns.some((column) => column === undefined)) return result;
  const node = readRow(table, row, columns[0] as Property, { unit }, context);
  if (node?.kind !== 'map') return result;
  for (const [key, entry] of node.entries) {
    const property = unit.properties.get(key);
    /* istanbul ignore else -- a row gives no keys but those of its unit */
    if (property) result.found.push({ up: 0, property, named: true, entry });
  }
  return result;
}

/**
 * Code without a label is the first key that takes its language, of the unit or of an object in it. In another language it
 * is what an operation says in words: a way back in Ruby.
 */
function fenceHarvest(
  block: Fence,
  { unit: { properties, text }, kind }: Scope,
  context: Context,
  has: (key: string) => boolean,
  into: Harvest,
): void {
  for (const property of properties.values()) {
    if (takesFence(property, block)) {
      if (has(property.key)) return;
      const value = fenceNode(block, context);
      into.found.push({ up: 0, property, named: true, entry: { key: value.head, value } });
      return;
    }
    const unit = property.shape.unit;
    // Code is what the unit is about where its first key takes code: an operation, not a backup with its restore command.
    const keys = Array.from(unit?.properties.values() ?? []);
    const below = keys[0]?.fences.length ? keys.find((one) => takesFence(one, block)) : undefined;
    if (!unit || !below || block.language === '') continue;
    if (has(property.key)) return;
    const code = fenceNode(block, context);
    const content: Content = { blocks: [block], head: code.head, span: block.span };
    const value = mapNode(new Map([[below.key, { key: code.head, value: code }]]), content, context);
    into.found.push({ up: 0, property, named: true, entry: { key: code.head, value } });
    return;
  }
  const isOperation = kind === 'object' && Array.from(properties.values()).some(({ fences }) => fences.length > 0);
  if (!isOperation || !text || has(text.key)) return;
  const value = fenceNode(block, context);
  into.found.push({ up: 0, property: text, named: false, entry: { key: value.head, value } });
}

function textHarvest(
  lines: readonly Words[],
  unit: Unit,
  context: Context,
  has: (key: string) => boolean,
  into: Harvest,
): void {
  const words = joinLines(lines);
  const { text } = unit;
  if (!words || !text || has(text.key)) return;
  for (const entry of textEntry(words, unit, context).values())
    into.found.push({ up: 0, property: text, named: true, entry });
}

/** "This step is irreversible." says `reversible: false` wherever it stands in a step. */
function oppositeHarvest(block: Paragraph | List, unit: Unit, has: (key: string) => boolean, into: Harvest): void {
  for (const property of unit.properties.values()) {
    if (!property.denied || has(property.key)) continue;
    for (const line of linesIn(block)) {
      const said = saidOpposite(line, property.denied);
      if (!said) continue;
      const value = scalarNode(said, false);
      into.found.push({ up: 0, property, named: true, entry: { key: value.head, value } });
      return;
    }
  }
}

function linesIn(block: Paragraph | List): readonly Words[] {
  return block.kind === 'paragraph' ? block.lines : block.items.flatMap((item) => item.lines);
}

const LONGEST_REMARK = 400;
const NEGATED = /(?:\b(?:not|never|no|if|unless|until)|n['’]t)\s+(?:\w+\s+){0,2}$/i;

function saidOpposite(line: Words, denied: RegExp): Words | undefined {
  const words = plain(line);
  if (words.text.length > LONGEST_REMARK) return undefined;
  const found = denied.exec(words.text);
  if (!found || NEGATED.test(words.text.slice(0, found.index))) return undefined;
  return sliceWords(words, found.index, found.index + found[0].length);
}
