/** Words that stand for something still to be written. */

export interface Placeholder {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Capital TBD and its like are never prose; a bracketed name is a placeholder only where it is written as one: `[FILL_IN]`, `<service name>`, `{{name}}`.
 * `/orders/<id>` is a path, `a < b` a comparison and `[OWNERS](../OWNERS)` a link.
 */
const PATTERN =
  /\b(?:TBD|TBC|TODO|FIXME|XXX|REPLACE[ _-]?ME|CHANGE[ _-]?ME)\b(?![-_]\w)|(?<![\w)"'])\?\?\?+|\[(?:your|insert|fill in|name of|link to) [^\]\n]{0,60}\](?!\()|\[(?:FILL[ _-]?(?:ME[ _-]?)?IN|INSERT|YOUR|ADD|DESCRIBE|NAME|DATE|LINK|OWNER|TEAM|VALUE)[^\]\n]{0,60}\](?!\([^)\n]|\[)|(?<![/\w=:.-])<[a-z][\w -]{0,40}>(?![\w/(])|\{\{[ ]?[\w .-]{1,40}[ ]?\}\}|\blorem ipsum\b[^.\n]*\.?/g;
/** What each of these begins with: most texts hold none of it. */
const BEGINNING = /[TFXRC?[<{]|lorem/;
/** Nothing but this: then it is no prose, however it is written. */
const ALONE = /^(?:tb[acd]|todo|to be (?:announced|confirmed|decided|defined|determined|done|written))\.?$/i;
const LONGEST_ALONE = 20;
const CODE = /`[^`\n]*`/g;

/** Each placeholder in the text, outside of inline code. Linear in the text. */
export function placeholdersIn(text: string): Placeholder[] {
  if (text.length <= LONGEST_ALONE && ALONE.test(text)) return [{ start: 0, end: text.length, text }];
  if (!BEGINNING.test(text)) return [];
  const code = Array.from(text.matchAll(CODE), (match) => ({ start: match.index, end: match.index + match[0].length }));
  return Array.from(text.matchAll(PATTERN), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  })).filter((found) => !code.some((range) => found.start >= range.start && found.end <= range.end));
}

/** Whether the text says nothing but that something is still to be written: no rule can say more about it. */
export function isPlaceholder(text: string): boolean {
  const [first] = placeholdersIn(text);
  return first !== undefined && text.replace(first.text, '').replace(/[\s.,:;!()*_-]/g, '').length <= 3;
}
