/** YAML documents of every style, made up by fast-check: what people's plans look like, and what nobody writes but somebody may. */
import fc from 'fast-check';

export interface MadeUp {
  readonly text: string;
  /** Every comment of the text, each with a number of its own. */
  readonly comments: number;
}

export const KEYS = ['id', 'name', 'weight', 'soak', 'sql', 'steps', 'stages', 'x y', "it's", '5', 'true'];

type Node =
  | { readonly kind: 'scalar'; readonly written: string; readonly inFlow: string }
  | { readonly kind: 'block'; readonly header: string; readonly lines: readonly string[]; readonly inFlow: string }
  | { readonly kind: 'alias'; readonly pick: number }
  | { readonly kind: 'map'; readonly flow: boolean; readonly entries: readonly [string, Member][] }
  | { readonly kind: 'list'; readonly flow: boolean; readonly items: readonly Member[] };

interface Member {
  readonly value: Node;
  readonly anchor: boolean;
  readonly before: readonly ('' | '#' | '  #')[];
  readonly comment: boolean;
  /** The value on the line below its key, where that can be. */
  readonly below: boolean;
  /** A flow collection over several lines, with comments. */
  readonly spread: boolean;
}

interface Style {
  readonly step: number;
  readonly dash: number;
  readonly eol: string;
  readonly bom: boolean;
  readonly start: '' | '---\n' | '# head\n\n';
  readonly finalBreak: boolean;
  readonly spaces: string;
}

const WORDS = [
  'a',
  '30m',
  'error-rate > 1% for 5m -> rollback',
  "it's",
  '5%',
  '12',
  'true',
  'x:y',
  'a#b',
  '𝒳 ü',
  '-1',
  '2026-12-01',
];
const QUOTED = [
  '""',
  "''",
  '"a: b, c"',
  "'it''s { [ # : '",
  '"\\u00fc\\n\\t\\"\\\\"',
  "'# no comment'",
  '"16"',
  '"- a"',
];

const scalar: fc.Arbitrary<Node> = fc.oneof(
  fc.constantFrom(...WORDS, ...QUOTED).map((text) => ({ kind: 'scalar' as const, written: text, inFlow: text })),
  fc.constantFrom('', '~', 'null').map((text) => ({ kind: 'scalar' as const, written: text, inFlow: text || '~' })),
  fc.constantFrom('[]', '{}', '[ ]').map((text) => ({ kind: 'scalar' as const, written: text, inFlow: text })),
);

const block: fc.Arbitrary<Node> = fc
  .record({
    header: fc.constantFrom('|', '|-', '|+', '>', '>-', '>+'),
    lines: fc.array(fc.constantFrom('SELECT 1;', '# no comment', '', 'a: b', '  deeper', 'it\'s "x" \\n'), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ header, lines }) => ({ kind: 'block' as const, header, lines: ['first', ...lines], inFlow: '"first\\n"' }));

const { node } = fc.letrec<{ node: Node; map: Node; list: Node; member: Member }>((tie) => ({
  member: fc.record({
    value: tie('node'),
    anchor: fc.nat(3).map((chance) => chance === 0),
    before: fc.array(fc.constantFrom('' as const, '#' as const, '  #' as const), { maxLength: 2 }),
    comment: fc.boolean(),
    below: fc.boolean(),
    spread: fc.boolean(),
  }),
  map: fc
    .record({
      flow: fc.boolean(),
      entries: fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie('member')), {
        minLength: 1,
        maxLength: 4,
        selector: ([key]) => key,
      }),
    })
    .map((map) => ({ kind: 'map' as const, ...map })),
  list: fc
    .record({ flow: fc.boolean(), items: fc.array(tie('member'), { minLength: 1, maxLength: 3 }) })
    .map((list) => ({ kind: 'list' as const, ...list })),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    block,
    fc.nat(9).map((pick) => ({ kind: 'alias' as const, pick })),
    tie('map'),
    tie('list'),
  ),
}));

const root = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom(...KEYS),
    fc.record({
      value: node,
      anchor: fc.nat(3).map((chance) => chance === 0),
      before: fc.array(fc.constantFrom('' as const, '#' as const), { maxLength: 2 }),
      comment: fc.boolean(),
      below: fc.boolean(),
      spread: fc.boolean(),
    }),
  ),
  { minLength: 1, maxLength: 5, selector: ([key]) => key },
);

const style: fc.Arbitrary<Style> = fc.record({
  step: fc.constantFrom(2, 2, 3, 4),
  dash: fc.constantFrom(0, 2, 4),
  eol: fc.constantFrom('\n', '\n', '\r\n'),
  bom: fc.boolean(),
  start: fc.constantFrom('', '---\n', '# head\n\n'),
  finalBreak: fc.boolean(),
  spaces: fc.constantFrom(' ', ' ', '   '),
});

export const madeUpYaml: fc.Arbitrary<MadeUp> = fc.tuple(root, style).map(([entries, style]) => print(entries, style));

function print(entries: readonly [string, Member][], style: Style): MadeUp {
  const printer = new Printer(style);
  const lines = printer.map(entries, 0);
  const text = (style.start + lines.join('\n') + (style.finalBreak ? '\n' : '')).replaceAll('\n', style.eol);
  return { text: (style.bom ? '\uFEFF' : '') + text, comments: printer.comments };
}

class Printer {
  comments = 0;
  private anchors = 0;
  private readonly style: Style;

  constructor(style: Style) {
    this.style = style;
  }

  map(entries: readonly [string, Member][], column: number): string[] {
    return entries.flatMap(([key, member]) => [
      ...this.before(member, column),
      ...this.member(`${key}:`, member, column, this.style.step, this.style.dash),
    ]);
  }

  private list(items: readonly Member[], column: number): string[] {
    return items.flatMap((item) => [...this.before(item, column), ...this.member('-', item, column, 2, 2)]);
  }

  /** A member begins with `key:` or `-`; what is below is indented from `column`. */
  private member(lead: string, member: Member, column: number, step: number, dash: number): string[] {
    const pad = ' '.repeat(column);
    const { value } = member;
    const aliasable = value.kind !== 'alias' && member.anchor;
    const anchor = aliasable ? ` &a${++this.anchors}` : '';
    const open = this.anchors - (aliasable ? 1 : 0);
    if (value.kind === 'block') {
      const lines = value.lines.map((line) => (line === '' ? '' : ' '.repeat(column + step) + line));
      return [`${pad}${lead}${anchor} ${value.header}${this.comment(member)}`, ...lines];
    }
    const inner =
      value.kind === 'map' && !value.flow
        ? this.innerMap(value.entries, column + step)
        : value.kind === 'list' && !value.flow
          ? this.innerList(value.items, column + dash)
          : undefined;
    if (inner) {
      const inline = lead === '-' && anchor === '' && !member.comment && /^ *[^ #]/.test(inner[0] ?? '');
      if (inline) return [`${pad}-${' '.repeat(step - 1)}${inner[0]?.trimStart()}`, ...inner.slice(1)];
      return [`${pad}${lead}${anchor}${this.comment(member)}`, ...inner];
    }
    if (member.spread && (value.kind === 'map' || value.kind === 'list'))
      return this.spread(`${pad}${lead}${anchor}`, value, member, ' '.repeat(column + step), open);
    const words = this.flow(value, open);
    const below = member.below && words !== '' && value.kind !== 'alias';
    if (below)
      return [
        `${pad}${lead}${anchor}${this.comment(member)}`,
        `${pad}${' '.repeat(Math.max(step, 1))}${words}${this.comment(member)}`,
      ];
    return [`${pad}${lead}${anchor}${words ? this.style.spaces + words : ''}${this.comment(member)}`];
  }

  private spread(lead: string, value: Node, member: Member, pad: string, open: number): string[] {
    const parts =
      value.kind === 'map'
        ? value.entries.map(([key, inner]) => [`${key}: ${this.flowMember(inner, open)}`, inner] as const)
        : value.kind === 'list'
          ? value.items.map((inner) => [this.flowMember(inner, open), inner] as const)
          : [];
    const lines = parts.flatMap(([words, inner], at) => [
      ...this.before(inner, pad.length + 1),
      `${pad} ${words}${at < parts.length - 1 || member.below ? ',' : ''}${this.comment(inner)}`,
    ]);
    const [first, last] = value.kind === 'map' ? '{}' : '[]';
    return [`${lead} ${first}${this.comment(member)}`, ...lines, `${pad}${last}${this.comment(member)}`];
  }

  private innerMap(entries: readonly [string, Member][], column: number): string[] {
    return this.map(entries, column);
  }

  private innerList(items: readonly Member[], column: number): string[] {
    return this.list(items, column);
  }

  private flow(value: Node, open: number): string {
    if (value.kind === 'alias') return open > 0 ? `*a${(value.pick % open) + 1}` : 'none';
    if (value.kind === 'scalar') return value.written;
    if (value.kind === 'block') return value.inFlow;
    if (value.kind === 'list') return `[${value.items.map((item) => this.flowMember(item, open)).join(', ')}]`;
    const entries = value.entries.map(([key, member]) => `${key}: ${this.flowMember(member, open)}`);
    return this.style.spaces === ' ' ? `{ ${entries.join(', ')} }` : `{${entries.join(',')}}`;
  }

  private flowMember(member: Member, open: number): string {
    const { value } = member;
    return value.kind === 'scalar' ? value.inFlow.replace(/^error.*/, 'e > 1%') : this.flow(value, open);
  }

  private before(member: Member, column: number): string[] {
    return member.before.map((kind) => (kind === '' ? '' : `${' '.repeat(column)}${kind} c${++this.comments}`));
  }

  private comment(member: Member): string {
    return member.comment ? ` # c${++this.comments}` : '';
  }
}
