/**
 * Words for people, as Markdown and as plain text from one source. Whatever comes from a plan goes through `words` or `code`, so that it
 * can neither begin a link nor end the code that it stands in.
 */
export interface Markup {
  readonly markdown: string;
  readonly plain: string;
}

/** Text of our own, where Markdown means what it says. */
export function own(markdown: string): Markup {
  return { markdown, plain: markdown.replace(/\*\*|`/g, '').replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)') };
}

/** Also what begins a list, and what makes a link of a bare address. */
const SPECIAL = /[\\`*_{}[\]()<>#.!|~&:@]|^[-+=]/g;
/** No feature shows a novel. */
const LONGEST = 300;

/** Words of a plan in a sentence of ours. */
export function words(text: string): Markup {
  const line = oneLine(text);
  return { markdown: line.replace(SPECIAL, '\\$&'), plain: line };
}

/** Words of a plan as code, fenced by more backticks than are in them. */
export function code(text: string): Markup {
  const line = oneLine(text);
  if (line === '') return own('');
  const fence = '`'.repeat(longestRun(line) + 1);
  const room = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return { markdown: `${fence}${room}${line}${room}${fence}`, plain: line };
}

/** `url` is one of our own. */
export function link(label: string, url: string): Markup {
  return { markdown: `[${label}](${url})`, plain: `${label}: ${url}` };
}

export function bold(text: Markup): Markup {
  return { markdown: `**${text.markdown}**`, plain: text.plain };
}

/** Our own words with markup between them. */
export function markup(strings: TemplateStringsArray, ...values: readonly (Markup | undefined)[]): Markup {
  const all = strings.flatMap((said, at) => [own(said), values[at] ?? own('')]);
  return joined(all, '');
}

export function joined(parts: readonly Markup[], separator: string): Markup {
  return {
    markdown: parts.map((part) => part.markdown).join(separator),
    plain: parts.map((part) => part.plain).join(separator),
  };
}

export function paragraphs(parts: readonly Markup[]): Markup {
  return joined(
    parts.filter(({ plain }) => plain !== ''),
    '\n\n',
  );
}

export function bullets(items: readonly Markup[]): Markup {
  return joined(
    items.map((item) => markup`- ${item}`),
    '\n',
  );
}

function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}
