/**
 * Names and messages hold what others wrote. Printed as it is, it could steer the terminal, hide words of a line or begin one that
 * looks like ours or commands a pipeline.
 */
const CONTROLS = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

/** In one line. */
export function printable(text: string): string {
  return text.replace(CONTROLS, escaped);
}

/** Of a text with lines of ours, such as JSON, where what is escaped reads as before. */
export function printableLines(text: string): string {
  return text.replace(CONTROLS, (character) => (character === '\n' ? character : escaped(character)));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
