// Plans that are long in any of their sections, or in all: the items of the reference plan's lists again and again, under names of their own.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument, visit, YAMLSeq } from './parser.mjs';
import { ROOT } from './texts.mjs';

const reference = readFileSync(path.join(ROOT, 'test/fixtures/reference/rollout-plan.yaml'), 'utf8');

/** The lists of the reference plan whose items stand one below the other, by their path, with the lines of each item. */
const lists = listsOf(reference);

/** Which lists are long. `everything` is as long in each of them. */
export const KINDS = {
  stages: ['rollout.stages'],
  steps: ['migration.steps'],
  metrics: ['metrics'],
  flags: ['flags', 'validation.operations'],
  backups: ['backups', 'migration.steps'],
  contract: [...lists.keys()].filter((name) => name.startsWith('compatibility.')),
  rollback: [...lists.keys()].filter((name) => name.startsWith('rollback.')),
  checklist: [...lists.keys()].filter((name) => name.startsWith('validation.')),
  everything: [...lists.keys()],
};

/** A plan of this kind with about this many lines. */
export function longPlan(kind, lines) {
  const chosen = KINDS[kind].map((name) => lists.get(name)).sort((a, b) => a.from - b.from);
  const names = namesIn(chosen);
  const copyOf = ({ name, items }, copy, copies) =>
    name === 'rollout.stages' ? stage(copy, copies) : items.join('').replace(names, `$&${copy}`);
  const once = chosen.reduce((sum, list) => sum + copyOf(list, 1, 1).split('\n').length - 1, 0);
  const copies = Math.max(0, Math.floor((lines - reference.split('\n').length) / once));
  const rows = reference.split(/(?<=\n)/);
  let text = '';
  let at = 0;
  for (const list of chosen) {
    text += rows.slice(at, list.from).join('');
    for (let copy = 1; copy <= copies; copy++) text += copyOf(list, copy, copies);
    at = list.from;
  }
  return text + rows.slice(at).join('');
}

/** The copies stand in front of the others, so their weights stay below that of the first. */
function stage(copy, copies) {
  return `    - id: wave-${copy}
      extends: canary
      weight: ${(1 + (8 * copy) / copies).toFixed(3)}%
      soak: 2h
      owner: team-payments
      audience: cohort ${copy}
`;
}

/**
 * Edits at places of every kind, each in the middle of the plan's long section, with how it is taken back; nothing where the plan has no
 * such place. As an editor tells them: a range, and what comes instead.
 */
export const EDITS = {
  soak: replaced(/soak: 2h/g, /2h/, '3h'),
  weight: replaced(/extends: canary\n {6}weight: [\d.]+/g, /[\d.]+$/, '9.5'),
  sql: replaced(/ALTER TABLE orders ADD COLUMN amount\d* numeric/g, /numeric/, 'bigint'),
  command: replaced(/--batch 5000/g, /5000/, '6000'),
  prose: replaced(/title: Add nullable columns/g, /nullable/, 'empty'),
  query: replaced(/dual_write_mismatch_total/g, /total/, 'sum'),
  reference: replaced(/backup: orders-before-contract\d*/g, /contract/, 'contracts'),
  id: replaced(/- id: (?:backfill-amount|p99-latency|orders-before-contract|wave-)\d*/g, /(?<=id: )/, 'x'),
  check: replaced(/amounts are not logged/g, /logged/, 'printed'),
  owner: replaced(/owner: team-(?:payments|finance)/g, /team/, 'teams'),
  comment: replaced(/\n(?= *- id: (?:backfill-amount|p99-latency|orders-before-contract|wave-)\d*)/g, /$/, '# words\n'),
  item: replaced(
    /\n(?=( *)- id: (?:backfill-amount|p99-latency|orders-before-contract|wave-)\d*)/g,
    /$/,
    ([, indent]) => `${indent}- id: another\n`,
  ),
};

/** `words`: what comes instead, or how it follows from the place. */
function replaced(places, part, words) {
  return (text) => {
    const all = [...text.matchAll(places)];
    const place = all[Math.floor(all.length / 2)];
    if (!place) return undefined;
    const instead = typeof words === 'string' ? words : words(place);
    const { 0: before, index } = part.exec(place[0]);
    const start = place.index + index;
    const at = positionOf(text, start);
    const [last, ...above] = instead.split('\n').reverse();
    const after = { line: at.line + above.length, character: (above.length > 0 ? 0 : at.character) + last.length };
    const range = { start: at, end: { line: at.line, character: at.character + before.length } };
    return { range, instead, before, rangeAfter: { start: at, end: after } };
  };
}

function positionOf(text, offset) {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return { line: text.slice(0, start).split('\n').length - 1, character: offset - start };
}

function listsOf(text) {
  const found = new Map();
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const lineOf = (offset) => starts.findLastIndex((start) => start <= offset);
  visit(parseDocument(text), {
    Seq(_, node, above) {
      if (node.flow || above.some((one) => one instanceof YAMLSeq)) return;
      const name = above.flatMap((one) => ('key' in one ? [String(one.key)] : [])).join('.');
      const from = lineOf(node.range[0]);
      const written = Array.from(node);
      const heads = [...written.map((item) => lineOf(item.range[0])), lineOf(written.at(-1).range[1] - 1) + 1];
      const items = written.map((_, at) => text.slice(starts[heads[at]], starts[heads[at + 1]]));
      found.set(name, { name, from, items });
    },
  });
  return found;
}

/** Names that mean something else in each copy: what these lists declare, and the tables and columns of the steps. */
function namesIn(chosen) {
  const declaring = chosen.filter(({ name }) => name !== 'rollout.stages');
  const ids = declaring.flatMap(({ items }) => Array.from(items.join('').matchAll(/ id: ([\w-]+)/g), ([, id]) => id));
  const names = [...ids, 'amount_cents', 'amount', 'currency', 'mobile-app', 'ledger'].sort(
    (a, b) => b.length - a.length,
  );
  return new RegExp(`(?<![\\w@/#-])(?:${names.join('|')})(?![\\w/-])`, 'g');
}
