/** Console sessions: what a prompt stands before is a command, and every other line is what the program answered. */

const PROMPT = /^[ \t]*(?:[\w.@:~/-]{0,60}[$%]|PS [^>\n]{0,80}>)[ \t]+(?=\S)/;
const MORE = /^[ \t]*>[ \t]+/;

/** The text with prompts and answers blanked out: as long as before, so that every place stays where it is. */
export function withoutPrompts(text: string): string {
  if (!/[$%>][ \t]/.test(text)) return text;
  const lines = text.split('\n');
  if (!lines.some((line) => PROMPT.test(line))) return text;
  let goesOn = false;
  return lines
    .map((line) => {
      const prompt = (goesOn ? MORE : PROMPT).exec(line);
      const isCommand = goesOn || prompt !== null || /^\s*#/.test(line);
      goesOn = isCommand && /\\\r?$/.test(line);
      if (!isCommand) return ' '.repeat(line.length);
      const length = prompt?.[0].length ?? 0;
      return ' '.repeat(length) + line.slice(length);
    })
    .join('\n');
}
