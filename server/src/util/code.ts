/** Words as they are typed, in a message. */
export function code(words: string): string {
  return `\`${words}\``;
}
