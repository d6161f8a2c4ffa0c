const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Words in a sentence: `a, b and c`. */
export function listed(words: Iterable<string>): string {
  return AND.format(words);
}
