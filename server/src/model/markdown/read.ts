/** Markdown to a plan document: blocks, then values by the schema, then the plan around the part. */
import * as l10n from '@vscode/l10n';
import { CONFLICT, conflictIn } from '../conflict.ts';
import type { Entry, LocatedNode, MapNode } from '../located.ts';
import { child } from '../located.ts';
import type { DocumentKind, PlanDocument, ReadProblem } from '../plan-document.ts';
import { offsets, type Segment, type Source, type Span, span, wholeSegment } from '../source.ts';
import type { MarkdownPieces, ReadPieces } from './cutting/pieces.ts';
import { documentUnit, planUnit } from './grammar/grammar-of.ts';
import { assemble } from './reading/assemble.ts';
import { addHarvest, type Context, type Harvest, newHarvest, type Scope } from './reading/context.ts';
import { isPart } from './reading/exempt.ts';
import { type FrontMatter, readFrontMatter } from './reading/front-matter.ts';
import type { Layout } from './reading/layout.ts';
import { harvest } from './reading/object.ts';
import { scalarNode } from './reading/scalars.ts';
import type { Block, Section } from './text/blocks.ts';
import { prose } from './text/inline.ts';
import { normalLabel } from './text/labels.ts';
import { linksIn } from './text/links.ts';
import { parseBlocks } from './text/parse-blocks.ts';
import { placeOf, sliceWords, trimWords, type Words } from './text/words.ts';

/** Beyond this a file is no document that a person wrote, and is left unread. */
const LARGEST = 4_000_000;
const TOO_LARGE = l10n.t('This file is too large to be a document that a person wrote, so it was left unread.');

export interface Reading {
  readonly document: PlanDocument;
  readonly layouts: ReadonlyMap<LocatedNode, Layout>;
  readonly blocks: readonly Block[];
  readonly frontMatter: FrontMatter;
}

/** Never throws. An artifact reads to a plan that holds its part and what the file says of the plan itself. */
export function readMarkdown(source: Source, kind: DocumentKind, pieces?: MarkdownPieces): PlanDocument {
  return read(source, kind, pieces).document;
}

/** In one go: only so every node has its layout. */
export function readWithLayouts(source: Source, kind: DocumentKind): Reading {
  return read(source, kind, undefined);
}

function read(source: Source, kind: DocumentKind, pieces: MarkdownPieces | undefined): Reading {
  const whole = wholeSegment(source);
  if (source.text.length > LARGEST) return unreadable(whole, kind, TOO_LARGE);
  const conflict = conflictIn(source.text, { fenced: true });
  if (conflict !== undefined) return unreadable(whole, kind, CONFLICT, conflict);
  const inPieces = pieces?.read(source);
  const { segment, frontMatter, blocks, tooDeep } = inPieces ?? readInOneGo(whole);
  const layouts = new Map<LocatedNode, Layout>();
  const given = new Set(frontMatter.values?.entries.keys() ?? []);
  const scopes: Scope[] = [{ unit: planUnit(source.headings), kind: 'plan' }];
  if (kind !== 'plan') scopes.unshift({ unit: documentUnit(kind, source.headings), kind: 'part' });
  const context: Context = {
    scopes: isPart(kind) ? scopes : scopes.slice(0, 1),
    layouts,
    given,
    memory: inPieces && pieces?.memory,
  };
  const title = titleSection(blocks);
  const found = documentHarvest(blocks, title, context);
  const root = rootOf(segment, kind, found, title, frontMatter, context);
  const document: PlanDocument = {
    source,
    kind,
    root,
    problems: [...frontMatter.problems, ...(tooDeep ? [deepProblem(segment)] : [])],
    declared: declaredBy(frontMatter.values),
    emptySections: found.empties.map(({ up, path, head }) => ({
      path: pathOfEmpty(root, isPart(kind) && up === 0 ? [kind, ...path] : path, head),
      head,
    })),
    links: linksIn(blocks),
  };
  return { document, layouts, blocks, frontMatter };
}

function readInOneGo(segment: Segment): ReadPieces {
  const { text } = segment.source;
  const frontMatter = readFrontMatter(segment, text);
  return { segment, frontMatter, ...parseBlocks(segment, text, frontMatter.end) };
}

/** The name of the plan that an artifact belongs to, from its front matter alone. */
export function namesInMarkdown(source: Source): readonly string[] {
  const { plan } = declaredBy(readFrontMatter(wholeSegment(source), source.text).values);
  return plan === undefined ? [] : [plan];
}

/** The only heading of the first level, where it comes first: the name of the document. */
function titleSection(blocks: readonly Block[]): Section | undefined {
  const sections = blocks.filter((block): block is Section => block.kind === 'section' && !isBegun(block));
  const [first] = sections;
  return first && first.level === 1 && sections.length === 1 ? first : undefined;
}

/** Signs of a heading that has no words yet: what is above them is what it was before. */
function isBegun(block: Block): boolean {
  return block.kind === 'section' && block.blocks.length === 0 && prose(block.heading).text.trim() === '';
}

/** What stands before the first section speaks of the plan, what comes after of the part. */
function documentHarvest(blocks: readonly Block[], title: Section | undefined, context: Context): Harvest {
  const result = newHarvest();
  const all = title ? [...blocks.filter((block) => block !== title && !isBegun(block)), ...title.blocks] : blocks;
  const cut = all.findIndex(({ kind }) => kind === 'section');
  const end = cut < 0 ? all.length : cut;
  addHarvest(result, harvest(all.slice(0, end), { ...context, preamble: true }, false));
  addHarvest(result, harvest(all.slice(end), context, false));
  return result;
}

function rootOf(
  segment: Segment,
  kind: DocumentKind,
  { found }: Harvest,
  title: Section | undefined,
  frontMatter: FrontMatter,
  context: Context,
): MapNode {
  const head = title ? placeOf(title.heading) : span(segment, 0, firstLineEnd(segment.source.text));
  const whole = span(segment, 0, segment.source.text.length);
  const entries = new Map<string, Entry>(frontMatter.values?.entries ?? []);
  const own = assemble(
    found.filter(({ up }) => up === 0),
    context,
  );
  const named = title && titleOf(title, context);
  if (named && !entries.has('title')) entries.set('title', named);
  if (!isPart(kind)) {
    for (const [key, entry] of own) if (!entries.has(key)) entries.set(key, entry);
    return recorded({ kind: 'map', span: whole, head, entries }, context);
  }
  const plan = assemble(
    found.filter(({ up }) => up === 1),
    context,
  );
  for (const [key, entry] of plan) if (!entries.has(key)) entries.set(key, entry);
  const part = recorded({ kind: 'map', span: whole, head, entries: own }, context);
  entries.set(kind, { key: head, value: part });
  return recorded({ kind: 'map', span: whole, head, entries }, context);
}

/** The path that an empty section would have filled. Which item of a list it stands in is known by its place, now that all are read. */
function pathOfEmpty(root: MapNode, keys: readonly (string | number)[], head: Span): readonly (string | number)[] {
  const path: (string | number)[] = [];
  let at: LocatedNode | undefined = root;
  for (const key of keys) {
    if (at?.kind === 'list') {
      const index: number = at.items.findIndex((item) => holds(item.span, head));
      if (index >= 0) path.push(index);
      at = at.items[index];
    }
    path.push(key);
    at = at && child(at, String(key));
  }
  return path;
}

function holds(outer: Span, inner: Span): boolean {
  const [around, place] = [offsets(outer), offsets(inner)];
  return around.start <= place.start && place.end <= around.end;
}

function recorded(node: MapNode, context: Context): MapNode {
  const content = { blocks: [], head: node.head, span: node.span };
  context.layouts.set(node, { kind: 'content', content });
  return node;
}

/** `# Rollout plan: Give every order a currency` names the plan. A heading that only says what the file is names nothing. */
function titleOf({ heading }: Section, context: Context): Entry | undefined {
  const words = prose(heading);
  const cut = /^(.{3,60}?)(?::|\s[–—-])\s+(?=\S)/.exec(words.text);
  if (!cut || !namesDocument(cut[1] as string, context)) return undefined;
  const title: Words = trimWords(sliceWords(words, cut[0].length));
  const value = scalarNode(title);
  return { key: value.head, value };
}

function namesDocument(label: string, { scopes }: Context): boolean {
  const name = normalLabel(label);
  const plan = planUnit();
  const titled = scopes.some(({ unit }) => normalLabel(unit.title) === name);
  return titled || (plan.byName.get(name)?.some(({ key }) => isPart(key)) ?? false);
}

function declaredBy(values: MapNode | undefined): PlanDocument['declared'] {
  const version = values && child(values, 'rolloutPlan');
  const name = values && (child(values, 'plan') ?? child(values, 'name'));
  const said = version?.kind === 'scalar' ? version.value : undefined;
  return {
    version: typeof said === 'number' ? said : undefined,
    off: said === 'off' || said === false,
    plan: name?.kind === 'scalar' && typeof name.value === 'string' ? name.value : undefined,
  };
}

function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}

function deepProblem(segment: Segment): ReadProblem {
  return {
    rule: 'unreadable-file',
    message: l10n.t('Lists and quotes are nested so deeply here that what lies innermost was left unread.'),
    span: span(segment, 0, firstLineEnd(segment.source.text)),
    fixes: [],
  };
}

function unreadable(segment: Segment, kind: DocumentKind, message: string, at = 0): Reading {
  const { source } = segment;
  const head = span(segment, at, at + Math.min(firstLineEnd(source.text.slice(at, at + 200)), 200));
  const root: MapNode = { kind: 'map', span: head, head, entries: new Map() };
  const problems: ReadProblem[] = [{ rule: 'unreadable-file', message, span: head, fixes: [] }];
  const document: PlanDocument = {
    source,
    kind,
    root,
    problems,
    unreadable: true,
    declared: {},
    emptySections: [],
    links: [],
  };
  return { document, layouts: new Map(), blocks: [], frontMatter: { end: 0, problems: [] } };
}
