/** The YAML between two `---` lines at the top of a Markdown file. */
import type { MapNode } from '../located.ts';
import type { ReadProblem } from '../plan-document.ts';
import { type Segment, span } from '../source.ts';
import { type Building, buildNode } from '../yaml/build.ts';
import { parseYaml } from '../yaml/parse.ts';
import { recover } from '../yaml/recover.ts';

export interface FrontMatter {
  /** Offset behind the closing line; 0 where there is no front matter. */
  readonly end: number;
  /** Offsets of the text between the two lines. */
  readonly body?: { readonly from: number; readonly to: number };
  readonly values?: MapNode | undefined;
  readonly problems: readonly ReadProblem[];
}

/** Further down, a `---` is a rule across the page. */
const LONGEST = 32_768;
const NONE: FrontMatter = { end: 0, problems: [] };

export function readFrontMatter(segment: Segment, text: string): FrontMatter {
  const open = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/.exec(text)?.[0].length;
  if (!open) return NONE;
  const head = text.slice(open, open + LONGEST);
  const close = /(?:^|\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/.exec(head);
  if (!close) return NONE;
  const body = { from: open, to: open + close.index };
  const yaml = text.slice(body.from, body.to);
  // `---`, a paragraph, `---`: two rules across the page and something between.
  if (yaml.trim() !== '' && !/^[ \t]*(?:#.*|["']?[\w-]+["']?[ \t]*:(?:[ \t].*)?)?$/m.test(yaml)) return NONE;
  const problems: ReadProblem[] = [];
  const values = valuesOf(segment, yaml, body.from, problems);
  return { end: open + close.index + close[0].length, body, values, problems };
}

function valuesOf(segment: Segment, yaml: string, from: number, problems: ReadProblem[]): MapNode | undefined {
  const building: Building = { segment, text: yaml, shift: from, problems, anchors: new Map() };
  const parsed = parseYaml(yaml);
  const place = span(segment, from, from + yaml.length);
  const deep = !parsed.ok && parsed.failure.code === 'TOO_DEEP';
  const root = parsed.ok
    ? buildNode(parsed.document?.contents, building, place)
    : recover(deep ? yaml.replaceAll('\n', ' ') : yaml, building);
  return root.kind === 'map' ? root : undefined;
}
