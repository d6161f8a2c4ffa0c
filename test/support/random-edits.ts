/** What people do to a text, at random: typing, deleting, pasting, splitting lines, indenting, commenting out, quoting. */
import fc from 'fast-check';

/** A place in any text, as a share of its length, and what is done there. */
export interface RandomEdit {
  readonly at: number;
  readonly action: Action;
}

type Action =
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'delete'; readonly length: number }
  | { readonly kind: 'paste'; readonly from: number; readonly lines: number }
  | { readonly kind: 'cut lines'; readonly lines: number }
  | { readonly kind: 'indent'; readonly by: number; readonly lines: number }
  | { readonly kind: 'comment'; readonly lines: number }
  | { readonly kind: 'quote'; readonly quote: string }
  | { readonly kind: 'undo' };

const TYPED = [
  ...['a', 'x', '5', '%', ' ', '  ', '\t', '\n', '\r\n', '\n\n', ':', ': ', '- ', '-', '#', ' # ', '|', '>', '"', "'"],
  ...[
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a ',
    '*a',
    '!t ',
    '<<: *a',
    '---\n',
    '\n---\n',
    '...\n',
    '%',
    '@',
    '`',
    '```\n',
    '~~~\n',
  ],
  ...[
    '𝒳',
    '\uFEFF',
    '\u00a0',
    '\u2028',
    'key: value\n',
    '    - id: new\n',
    '## Heading\n',
    '<!-- ',
    ' -->',
    '| a | b |\n',
  ],
  ...['\nowner: me\n', '> ', '1. ', '- [ ] x\n', '=== \n', 'null', 'true', '<<<<<<< a\n', '>>>>>>> b\n', 'soak: 1h'],
];

const lines = fc.integer({ min: 1, max: 4 });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), text: fc.constantFrom(...TYPED) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('delete' as const), length: fc.integer({ min: 1, max: 30 }) }),
  },
  fc.record({ kind: fc.constant('paste' as const), from: fc.double({ min: 0, max: 1, noNaN: true }), lines }),
  fc.record({ kind: fc.constant('cut lines' as const), lines }),
  fc.record({ kind: fc.constant('indent' as const), by: fc.integer({ min: -4, max: 4 }), lines }),
  fc.record({ kind: fc.constant('comment' as const), lines }),
  fc.record({ kind: fc.constant('quote' as const), quote: fc.constantFrom('"', "'", '`', '[', '{') }),
  { weight: 3, arbitrary: fc.constant({ kind: 'undo' as const }) },
);

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  action,
});

export const randomEdits: fc.Arbitrary<RandomEdit[]> = fc.array(randomEdit, { minLength: 1, maxLength: 12 });

/** The texts one after the other, the first one left out. */
export function* edited(text: string, edits: readonly RandomEdit[]): Generator<string> {
  const texts = [text];
  for (const edit of edits) {
    const last = texts.at(-1) as string;
    if (edit.action.kind === 'undo') {
      if (texts.length > 1) texts.pop();
    } else texts.push(apply(last, edit.at, edit.action));
    yield texts.at(-1) as string;
  }
}

function apply(text: string, share: number, action: Exclude<Action, { kind: 'undo' }>): string {
  const at = Math.min(Math.floor(share * (text.length + 1)), text.length);
  const start = text.lastIndexOf('\n', at - 1) + 1;
  switch (action.kind) {
    case 'type':
      return text.slice(0, at) + action.text + text.slice(at);
    case 'delete':
      return text.slice(0, at) + text.slice(at + action.length);
    case 'paste': {
      const from = text.lastIndexOf('\n', Math.floor(action.from * text.length) - 1) + 1;
      return text.slice(0, start) + text.slice(from, linesEnd(text, from, action.lines)) + text.slice(start);
    }
    case 'cut lines':
      return text.slice(0, start) + text.slice(linesEnd(text, start, action.lines));
    case 'indent': {
      const { by } = action;
      const indented = (line: string): string =>
        by > 0 ? ' '.repeat(by) + line : line.replace(new RegExp(`^ {0,${-by}}`), '');
      return onLines(text, start, action.lines, indented);
    }
    case 'comment':
      return onLines(text, start, action.lines, (line) => `# ${line}`);
    case 'quote':
      return text.slice(0, at) + action.quote + text.slice(at);
  }
}

function onLines(text: string, start: number, count: number, change: (line: string) => string): string {
  const end = linesEnd(text, start, count);
  return text.slice(0, start) + text.slice(start, end).replace(/^.+$/gm, change) + text.slice(end);
}

function linesEnd(text: string, start: number, count: number): number {
  let end = start;
  for (let line = 0; line < count; line++) end = text.indexOf('\n', end) + 1 || text.length;
  return end;
}
