let and: Intl.ListFormat | undefined;

/** Words in a sentence: `a, b and c`. */
export function listed(words: Iterable<string>): string {
  // Made when somebody needs it: the data of its language take longer to load than most of the server.
  and ??= new Intl.ListFormat('en-GB', { type: 'conjunction' });
  return and.format(words);
}
