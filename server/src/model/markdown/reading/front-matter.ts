/** The YAML between two `---` lines at the top of a Markdown file. */
import type { Entry, LocatedNode, MapNode } from '../../located.ts';
import type { ReadProblem } from '../../plan-document.ts';
import { type Segment, type Span, span } from '../../source.ts';
import { readYaml } from '../../yaml/read.ts';

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
  const end = open + close.index + close[0].length;
  const yaml = text.slice(body.from, body.to);
  if (yaml.trim() === '') return { end, body, problems: [] };
  // `---`, a paragraph, `---`: two rules across the page and something between.
  if (!/^[ \t]*(?:#.*|["']?[\w-]+["']?[ \t]*:(?:[ \t].*)?)?\r?$/m.test(yaml)) return NONE;
  return { end, body, ...valuesOf(segment, yaml, body.from) };
}

/** Read as a YAML file of its own in which every character stands where it stands here. */
function valuesOf(segment: Segment, yaml: string, from: number): Pick<FrontMatter, 'values' | 'problems'> {
  const source = {
    uri: segment.source.uri,
    syntax: 'yaml',
    text: '\n'.repeat(from) + yaml.replace(/\r(?!\n)/g, '\n'),
  } as const;
  const [document] = readYaml(source);
  const here = (place: Span) => span(segment, place.segment.start + place.from, place.segment.start + place.to);
  const problems = document.problems.map((problem) => ({
    ...problem,
    span: here(problem.span),
    fixes: problem.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: here(edit.span) })),
    })),
  }));
  const values = document.unreadable ? undefined : (moved(document.root, here, new Map()) as MapNode);
  return { values, problems };
}

/** The same tree in another segment. An alias is the same node twice, and stays so. */
function moved(node: LocatedNode, here: (place: Span) => Span, done: Map<LocatedNode, LocatedNode>): LocatedNode {
  const known = done.get(node);
  if (known) return known;
  const base = { ...node, span: here(node.span), head: here(node.head) };
  if (node.kind === 'scalar') {
    const scalar: LocatedNode = {
      ...base,
      ...node,
      span: base.span,
      head: base.head,
      part: (from, to) => here(node.part(from, to)),
    };
    done.set(node, scalar);
    return scalar;
  }
  if (node.kind === 'list') {
    const items: LocatedNode[] = [];
    const list: LocatedNode = { kind: 'list', span: base.span, head: base.head, items };
    done.set(node, list);
    for (const item of node.items) items.push(moved(item, here, done));
    return list;
  }
  const entries = new Map<string, Entry>();
  const map: LocatedNode = { kind: 'map', span: base.span, head: base.head, entries };
  done.set(node, map);
  for (const [key, entry] of node.entries)
    entries.set(key, { ...entry, key: here(entry.key), value: moved(entry.value, here, done) });
  return map;
}

const PLAIN = /^(?:[A-Za-z](?:[\w./+@%&=?~-]|:(?=\S)| (?=[^\s#]))*|\d{4}-\d{2}-\d{2})$/;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A scalar as YAML on one line, in a list too. */
export function yamlScalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) && !RESERVED.test(value) ? value : JSON.stringify(value);
}
