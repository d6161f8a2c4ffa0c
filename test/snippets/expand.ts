/** A snippet as VS Code shows it before anything is typed: defaults, and the first of each choice. Refuses what VS Code would show as it stands. */

export interface Expanded {
  readonly text: string;
  /** Numbers of the tab stops, in the order of the text. */
  readonly stops: readonly number[];
}

const STOP = /\$\{(\d+)(?::((?:\\[\\$}]|[^\\}$])*)|\|((?:\\[\\,|]|[^\\|])+)\|)\}/y;

export function expand(body: readonly string[]): Expanded {
  const snippet = body.join('\n');
  const stops: number[] = [];
  let text = '';
  for (let at = 0; at < snippet.length; ) {
    STOP.lastIndex = at;
    const stop = STOP.exec(snippet);
    if (stop) {
      stops.push(Number(stop[1]));
      text += (stop[2] ?? firstChoice(stop[3] ?? '')).replace(/\\(.)/g, '$1');
      at += stop[0].length;
    } else if (/^\\[\\$}]/.test(snippet.slice(at, at + 2))) {
      text += snippet[at + 1];
      at += 2;
    } else if (snippet[at] === '$' || snippet[at] === '\\') {
      throw new Error(`"${snippet.slice(at, at + 20)}" is neither escaped nor a tab stop`);
    } else {
      text += snippet[at];
      at++;
    }
  }
  return { text, stops };
}

function firstChoice(choices: string): string {
  return /^(?:\\.|[^,])*/.exec(choices)?.[0] ?? '';
}
