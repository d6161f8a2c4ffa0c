/** What a pattern finds that always finds something, be it an empty text. */
export function matched(pattern: RegExp, text: string): string {
  return (pattern.exec(text) as RegExpExecArray)[0];
}
