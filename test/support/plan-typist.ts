/**
 * Types a plan as somebody does who lives on suggestions: keys, words from lists, ids, durations and criteria are taken from what is
 * offered at the cursor, everything else is typed.
 */
import { parse } from 'yaml';

export interface Offered {
  readonly name: string;
  readonly isKey: boolean;
  /** Without it the map has no meaning. */
  readonly isRequired: boolean;
  take(): Promise<void>;
}

/** An editor, as far as somebody who types needs it. */
export interface Pen {
  offered(): Promise<readonly Offered[]>;
  /** In the place of what is selected. */
  type(text: string): Promise<void>;
  /** Moves the cursor over what is behind it. */
  pass(text: string): Promise<void>;
  /** What stands on the line before the cursor. */
  before(): string;
}

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
type JsonMap = { readonly [key: string]: Json };

export class PlanTypist {
  /** Keys that nobody offered. */
  readonly missed: string[] = [];
  readonly taken = { keys: 0, values: 0, words: 0 };
  private readonly pen: Pen;

  constructor(pen: Pen) {
    this.pen = pen;
  }

  async plan(value: JsonMap): Promise<void> {
    await this.map(value, 0);
    await this.pen.type('\n');
  }

  private async map(value: JsonMap, column: number): Promise<void> {
    const left = new Map(Object.entries(value));
    for (let isFirst = true; left.size > 0; isFirst = false) {
      if (!isFirst) await this.line(column);
      const offers = await this.pen.offered();
      const needed = offers.find(({ name, isRequired }) => isRequired && left.has(name));
      const key = needed?.name ?? ([...left.keys()][0] as string);
      await this.key(key, needed ?? offers.find(({ name }) => name === key));
      await this.value(left.get(key) as Json, column);
      left.delete(key);
    }
  }

  private async key(key: string, offer: Offered | undefined): Promise<void> {
    if (!offer) {
      this.missed.push(key);
      return this.pen.type(`${key}: `);
    }
    await offer.take();
    this.taken.keys++;
  }

  /** Behind its key, or where the key's suggestion has led. */
  private async value(value: Json, column: number): Promise<void> {
    const before = this.pen.before();
    if (isList(value)) return before.endsWith('[') ? this.inLine(value) : this.items(value, before.lastIndexOf('-'));
    if (typeof value !== 'object') return this.scalar(value, column, false);
    // What may be a text is begun on the line of its key.
    if (before.trim() !== '') await this.line(column + 2);
    return this.map(value, this.pen.before().length);
  }

  private async inLine(values: readonly Json[]): Promise<void> {
    for (const [at, value] of values.entries()) {
      if (at > 0) await this.pen.type(', ');
      await this.scalar(value, 0, true);
    }
    await this.pen.pass(']');
  }

  private async items(values: readonly Json[], dash: number): Promise<void> {
    for (const [at, value] of values.entries()) {
      if (at > 0) await this.line(dash, '- ');
      if (typeof value === 'object' && !isList(value)) await this.map(value, dash + 2);
      else await this.scalar(value, dash, false);
    }
  }

  private async scalar(value: Json, column: number, isFlow: boolean): Promise<void> {
    const text = String(value);
    const offers = (await this.pen.offered()).filter(({ isKey }) => !isKey);
    const whole = offers.find(({ name }) => name === text);
    if (whole) {
      this.taken.values++;
      return whole.take();
    }
    const [first = ''] = text.split(' ');
    const begun = typeof value === 'string' && first !== text && offers.find(({ name }) => name === first);
    if (!begun) return this.pen.type(written(value, column, isFlow));
    await begun.take();
    this.taken.words++;
    return this.words(text.slice(first.length + 1));
  }

  /** A criterion goes on. */
  private async words(text: string): Promise<void> {
    for (let left = text; left !== ''; ) {
      const offers = (await this.pen.offered()).filter(({ name }) => left === name || left.startsWith(`${name} `));
      const [longest] = offers.sort((a, b) => b.name.length - a.name.length);
      const word = longest?.name ?? (left.split(' ')[0] as string);
      await (longest ? longest.take() : this.pen.type(word));
      if (longest) this.taken.words++;
      left = left.slice(word.length + 1);
      if (left !== '' && !this.pen.before().endsWith(' ')) await this.pen.type(' ');
    }
  }

  private line(column: number, sign = ''): Promise<void> {
    return this.pen.type(`\n${' '.repeat(column)}${sign}`);
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A value as YAML has it: bare where that says the same, several lines as a block. */
function written(value: Json, column: number, isFlow: boolean): string {
  const text = String(value);
  if (typeof value === 'string' && text.includes('\n')) {
    const lines = text.trimEnd().split('\n');
    return `|${lines.map((line) => `\n${' '.repeat(column + 2)}${line}`).join('')}`;
  }
  const isBare = !isFlow || !/[,[\]{}]/.test(text);
  return isBare && !/[:#`"'\\]/.test(text) && same(text, value) ? text : JSON.stringify(value);
}

function same(text: string, value: Json): boolean {
  try {
    return parse(text) === value;
  } catch {
    return false;
  }
}
