/**
 * Snippets of VS Code, made from the skeletons of the schemas. A skeleton is put where it belongs in a plan, written as a plan is written,
 * and read again; the readers then say where its placeholders have come to stand. So snippets look like what the quick fixes and the
 * scaffolder write, in both syntaxes, and there is one place that says what a new stage looks like.
 */
import { type Skeleton, slot } from '../server/src/model/edit.ts';
import { descend, type LocatedNode, type MapNode, type ScalarNode } from '../server/src/model/located.ts';
import { documentUnit, planUnit } from '../server/src/model/markdown/grammar/grammar-of.ts';
import { readMarkdown } from '../server/src/model/markdown/read.ts';
import { writeMarkdown } from '../server/src/model/markdown/write.ts';
import type { JsonObject } from '../server/src/model/markdown/writing/json.ts';
import { listForms } from '../server/src/model/markdown/writing/write-list.ts';
import type { DocumentKind } from '../server/src/model/plan-document.ts';
import { rootSchema, type SchemaNode, schemaAt } from '../server/src/model/schema/schema.ts';
import { offsets } from '../server/src/model/source.ts';
import { readYaml } from '../server/src/model/yaml/read.ts';
import { writeYaml } from '../server/src/model/yaml/write.ts';
import { CATALOGUE, type Entry, RECORDS } from './snippets-catalogue.ts';
import { type Piece, piecesOf, type Stop, toSnippet, wordsOf } from './snippets-pieces.ts';

export interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}
export type SnippetFile = Readonly<Record<string, Snippet>>;

/** Every generated file, by its path from the root of the repository. */
export function snippetFiles(): ReadonlyMap<string, SnippetFile> {
  return new Map([
    ['snippets/yaml.json', fileOf(CATALOGUE, yamlBody)],
    ['snippets/markdown.json', fileOf([...CATALOGUE.filter(({ at }) => at !== ''), ...RECORDS], markdownBody)],
  ]);
}

function fileOf(entries: readonly Entry[], bodyOf: (entry: Entry) => string): SnippetFile {
  return Object.fromEntries(
    entries.map((entry) => {
      const description = entry.description ?? skeletonOf(entry).description;
      const body = bodyOf(entry).replace(/\n+$/, '').split('\n');
      return [titleOf(entry.prefix), { prefix: entry.prefix, body, description }];
    }),
  );
}

/** `rollout-step-contract` is listed as "Rollout: step contract". */
function titleOf(prefix: string): string {
  return `Rollout: ${prefix.replace(/^rollout-/, '').replaceAll('-', ' ')}`;
}

type Path = readonly (string | number)[];

export function pathOf(at: string): Path {
  return at === '' ? [] : at.split('.').flatMap((key) => (key.endsWith('[]') ? [key.slice(0, -2), 0] : [key]));
}

function schemaOf({ at, kind }: Entry): SchemaNode {
  const schema = schemaAt(rootSchema(kind ?? 'plan'), pathOf(at));
  if (!schema) throw new Error(`The schemas know no ${at}.`);
  return schema;
}

export function skeletonOf(entry: Entry): { readonly description: string; readonly body: unknown } {
  const found = schemaOf(entry).snippets.find(({ label }) => label === entry.label);
  if (!found) throw new Error(`No skeleton of ${entry.at || 'the plan'} is called "${entry.label}".`);
  return found;
}

/** The skeleton where it belongs, with no more around it than it takes to be read: an item that it is a part of needs a name. */
function around(path: Path, body: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return body;
  const below = around(rest, body);
  if (typeof key !== 'number') return { [key]: below };
  return [rest.length > 0 ? { id: 'a-name', ...(below as object) } : below];
}

function yamlBody(entry: Entry): string {
  const path = pathOf(entry.at);
  const template = around(path, skeletonOf(entry).body);
  const { text } = writeYaml(asSlots(template));
  const root = readYaml({ uri: '', syntax: 'yaml', text })[0]?.root;
  if (!root) throw new Error(`${entry.prefix} is not read.`);
  const start = lineStart(text, startOf(root, path));
  const indent = /^ */.exec(text.slice(start))?.[0].length ?? 0;
  return dedented(toSnippet(text, start, text.length, stopsIn(root, template)), indent);
}

function markdownBody(entry: Entry): string {
  if (entry.byHand) return entry.byHand;
  const at = entry.markdown ?? entry.at;
  const path = pathOf(at);
  const kind = entry.kind ?? homeOf(path);
  const isDocument = entry.kind !== undefined || (path.length === 1 && path[0] === kind);
  const { body } = skeletonOf(entry);
  const template = isDocument && !entry.kind ? wholeArtifact(entry, kind, body) : around(path, body);
  const text = headed(entry, kind, path) ?? writeMarkdown(plainOf(template) as JsonObject, kind);
  const { root } = readMarkdown({ uri: '', syntax: 'markdown', text }, kind);
  const stops = stopsIn(root, template);
  if (isDocument) return toSnippet(text, 0, text.length, stops);
  const start = tableStart(text, lineStart(text, startOf(root, path)));
  return toSnippet(text, start, text.length, [...stops, ...ordinals(text, start)]);
}

/** Lists whose items have more to say than fits into a row: one more of them gets a heading, however short it is. */
const HEADED = new Set(['metrics', 'backups', 'steps', 'stages', 'rehearsals']);

function headed(entry: Entry, kind: DocumentKind, path: Path): string | undefined {
  const [key, index] = path.slice(-2);
  const isShared = path.length === 2 && path[0] !== kind;
  const scopes = [
    { unit: documentUnit(kind), kind: 'part' as const },
    { unit: planUnit(), kind: 'plan' as const },
  ];
  const place = { scopes: isShared ? scopes.slice(1) : scopes, given: new Set<string>() };
  const property = index === 0 && path.length <= 3 ? place.scopes[0]?.unit.properties.get(String(key)) : undefined;
  const unit = property?.shape.item?.unit;
  if (!property?.shape.item || !unit || !HEADED.has(property.key)) return undefined;
  const items = [plainOf(skeletonOf(entry).body) as JsonObject];
  const [form] = listForms(items, property, property.shape.item, place, { kind: 'sections', level: 3 });
  return form && `# ${unit.title}\n\n## ${property.title}\n\n${form}\n`;
}

/** An artifact says what the plan shares with it, too: its owner, its metrics. */
function wholeArtifact({ without = [] }: Entry, part: string, body: unknown): unknown {
  const whole = rootSchema('plan').snippets[0]?.body as Record<string, unknown>;
  // The plan's own form of the part has its placeholders in common with the rest; numbers of another skeleton only happen to be the same.
  const same = JSON.stringify(plainOf(whole[part])) === JSON.stringify(plainOf(body));
  const own = same ? whole[part] : renumbered(body);
  const kept = Object.entries({ ...whole, plan: whole.name }).filter(([key]) => !without.includes(key));
  return { ...Object.fromEntries(kept), [part]: own };
}

function renumbered(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body).replace(/\$\{(\d+)(?=[:|])/g, (_, number: string) => `\${${1000 + Number(number)}`),
  );
}

const HOMES: Readonly<Record<string, DocumentKind>> = {
  change: 'compatibility',
  contacts: 'compatibility',
  metrics: 'rollout',
  flags: 'rollout',
  backups: 'migration',
};

export function homeOf([key]: Path): DocumentKind {
  return HOMES[String(key)] ?? (key as DocumentKind);
}

/** The number in `### Stage 2:` depends on where the snippet goes. */
function ordinals(text: string, start: number): Stop[] {
  const found = /^#+ (?:[A-Z][a-z]+ (?:[a-z]+ )?)?(?=\d+(?:[:.] |$))/m.exec(text.slice(start));
  if (found?.index !== 0) return [];
  const from = start + found[0].length;
  const words = /^\d+/.exec(text.slice(from))?.[0] ?? '';
  return [{ start: from, end: from + words.length, piece: { number: 0, words, choices: [] } }];
}

/** A row alone is no table. */
function tableStart(text: string, start: number): number {
  let first = start;
  while (text[first] === '|' && first > 0 && text[lineStart(text, first - 1)] === '|')
    first = lineStart(text, first - 1);
  return first;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the item begins, or the key. */
function startOf(root: MapNode, path: Path): number {
  const last = path.at(-1);
  if (last === undefined) return 0;
  const parent = descend(root, path.slice(0, -1));
  const place =
    typeof last === 'number' ? descend(parent, [last])?.span : parent?.kind === 'map' && parent.entries.get(last)?.key;
  if (!place) throw new Error(`${path.join('.')} is not read back.`);
  return offsets(place).start;
}

function dedented(text: string, indent: number): string {
  return text
    .split('\n')
    .map((line) => line.slice(Math.min(indent, /^ */.exec(line)?.[0].length ?? 0)))
    .join('\n');
}

/** Text that somebody will type over stands on a line of its own; what would be a number without its quotes keeps them. */
function asSlots(template: unknown): Skeleton {
  if (Array.isArray(template)) return template.map(asSlots);
  if (typeof template === 'object' && template !== null)
    return Object.fromEntries(Object.entries(template).map(([key, below]) => [key, asSlots(below)]));
  if (typeof template !== 'string') return template as Skeleton;
  const text = wordsOf(piecesOf(template));
  const isOpen = piecesOf(template).some((piece) => typeof piece !== 'string');
  return isOpen && !text.includes('\n') && !/^[-+.\d]+$/.test(text) ? slot(text) : text;
}

function plainOf(template: unknown): unknown {
  if (Array.isArray(template)) return template.map(plainOf);
  if (typeof template === 'string') return wordsOf(piecesOf(template));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, below]) => [key, plainOf(below)]));
}

function stopsIn(node: LocatedNode | undefined, template: unknown): Stop[] {
  if (!node) return [];
  if (Array.isArray(template))
    return template.flatMap((below, at) => stopsIn(node.kind === 'list' ? node.items[at] : undefined, below));
  if (typeof template === 'string') return node.kind === 'scalar' ? stopsOf(node, piecesOf(template)) : [];
  if (typeof template !== 'object' || template === null || node.kind !== 'map') return [];
  return Object.entries(template).flatMap(([key, below]) => stopsIn(node.entries.get(key)?.value, below));
}

/** A quoted text with escapes has no exact parts; there, each placeholder is looked for behind the one before. */
function stopsOf(node: ScalarNode, pieces: readonly Piece[]): Stop[] {
  const stops: Stop[] = [];
  let from = 0;
  let behind = offsets(node.part(0, node.text.length)).start;
  for (const piece of pieces) {
    const words = typeof piece === 'string' ? piece : piece.words;
    if (typeof piece !== 'string') {
      const place = offsets(node.part(from, from + words.length));
      const { text } = node.span.segment.source;
      const written = text.slice(place.start, place.end) === words ? words : JSON.stringify(words).slice(1, -1);
      const start = written === words && place.start >= behind ? place.start : text.indexOf(written, behind);
      if (start >= 0 && start + written.length <= place.end) {
        stops.push({ start, end: start + written.length, piece });
        behind = start + written.length;
      }
    }
    from += words.length;
  }
  return stops;
}
