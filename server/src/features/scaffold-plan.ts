/** The value of a new plan: the schema's skeleton of a whole plan, with other words. Both syntaxes are written from it. */
import { type Skeleton, slot } from '../model/edit.ts';
import { rootSchema } from '../model/schema/schema.ts';
import { upTo } from '../util/parts.ts';
import { type Answers, type Filling, fillings, LEFT_OUT, STAND_INS } from './scaffold-words.ts';

export type PlanSkeleton = { readonly [key: string]: Skeleton };

/** Their values are ids, and so is what is made of words in them. */
const ID_KEYS = new Set(['id', 'step', 'viableUntil', 'flag', 'backup']);
const PLACEHOLDER = /\$\{\d+:(?:\\.|[^}\\])*\}|\$\{\d+\|(?:\\.|[^|\\])*\|\}/g;

export function newPlanValue(answers: Answers): PlanSkeleton {
  const id = idOf(answers.name) || idOf(answers.title) || 'new-plan';
  const table = fillings(answers, id);
  const [whole] = rootSchema('plan').snippets;
  return (fill(whole?.body, '', table) ??
    /* istanbul ignore next -- what a plan is about is never left out */ {}) as PlanSkeleton;
}

type Table = Readonly<Record<string, Filling>>;

/** Nothing, where the table leaves it out. */
function fill(body: unknown, key: string, table: Table): Skeleton | undefined {
  if (Array.isArray(body)) return fillList(body, key, table);
  if (typeof body === 'object' && body !== null) return fillMap(body, table);
  if (typeof body === 'string') return fillText(body, key, table);
  const filling = table[`${key} ${body}`];
  return filling === undefined ? (body as number | boolean) : slot(wordsOf(filling));
}

function fillList(items: readonly unknown[], key: string, table: Table): Skeleton | undefined {
  const filled = items.map((item) => fill(item, key, table)).filter((item) => item !== undefined);
  return filled.length > 0 ? filled : undefined;
}

/** The first key is what the map is about: without it, nothing of the map is left. */
function fillMap(map: object, table: Table): Skeleton | undefined {
  const filled = Object.entries(map).map(([key, value]) => [key, fill(value, key, table)] as const);
  if (filled[0]?.[1] === undefined) return undefined;
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined)) as PlanSkeleton;
}

function fillText(body: string, key: string, table: Table): Skeleton | undefined {
  const found: Filling[] = [];
  const take = (filling: Filling): string => {
    found.push(filling);
    return wordsOf(filling);
  };
  const filled = body.replace(PLACEHOLDER, (placeholder) => {
    const words = placeholder.replace(/^\$\{\d+[:|]|\|?\}$/g, '');
    const text = unescaped(/^\$\{\d+\|/.test(placeholder) ? upTo(words, ',') : words);
    return take(table[`${key} ${text}`] ?? table[text] ?? { choose: text });
  });
  // Words without a placeholder are keywords of the format more often than not, so only their key makes them replaceable.
  const keyword = table[`${key} ${body}`];
  const text = keyword === undefined ? filled : take(keyword);
  if (found.includes(LEFT_OUT)) return undefined;
  const open = found.some((filling) => typeof filling === 'object');
  if (ID_KEYS.has(key) && !open) return idOf(text);
  return (open || STAND_INS.test(text)) && !text.includes('\n') ? slot(text) : text;
}

function wordsOf(filling: Filling): string {
  if (filling === LEFT_OUT) return '';
  if (typeof filling === 'string') return filling;
  return 'ask' in filling ? filling.ask : filling.choose;
}

function unescaped(text: string): string {
  return text.replace(/\\([\\$}|,])/g, '$1');
}

/** Letters of other scripts have no place in an id. */
export function idOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}
