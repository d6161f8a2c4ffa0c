/** Whether words are written in a notation of the format. Here only to tell facts in a heading from its other words. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  duration: /^(?:\d+(?:\.\d+)?(?:ms|[smhdw]))+$/,
  percent: /^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%$/,
  date: /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2}))?$/,
  time: /^\d{1,2}:\d{2}(?::\d{2})?$/,
  size: /^\d+(?:\.\d+)?(?:[KMGTP]i?)?B$/,
  id: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
};

export function isWellFormed(notation: string, text: string): boolean {
  return PATTERNS[notation]?.test(text) ?? false;
}
