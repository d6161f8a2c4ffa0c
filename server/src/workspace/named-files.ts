/** Reads the files that the plans of a bundle name by path: those below the workspace's roots, and no others. */
import {
  isOnOneMachine,
  type Manner,
  type NamedFile,
  type NamedFiles,
  type NamedPath,
  namedPaths,
} from '../lint/named-files.ts';
import type { Plan } from '../model/plan/plan.ts';
import { nearest } from '../model/schema/nearest.ts';
import type { Source, Syntax } from '../model/source.ts';
import type { Host } from './host.ts';
import { foldersUpTo, isBelow, pathIn, relativePath, resolvePath, rootOf } from './paths.ts';
import { bundleFolder, fileNameOf, folderOf } from './plan-files.ts';
import { isText, type Text, type Texts } from './texts.ts';

/** What a bundle names beyond this is not looked at: no person reads such a plan. */
const MOST_FILES = 500;
/** A larger text is data, not something that was written. */
const LARGEST_TEXT = 1024 * 1024;
/** How much of a path on somebody's machine may lie below the root. */
const DEEPEST_ENDING = 12;
const SYNTAXES: readonly (readonly [RegExp, Syntax])[] = [
  [/\.sql$/i, 'text'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.(?:md|markdown)$/i, 'markdown'],
];

interface Place {
  readonly folder: string;
  readonly root: string;
}

export type PathsOfPlans = ReadonlyMap<Plan, readonly NamedPath[]>;

export class NamedFileReader {
  /** By the URI of the document that is judged: all places that were looked at for it. */
  private readonly looked = new Map<string, ReadonlySet<string>>();
  private readonly paths = new WeakMap<Plan, readonly NamedPath[]>();
  private readonly sources = new WeakMap<Text['document'], Source & { readonly version: number }>();
  private readonly host: Host;
  private readonly texts: Texts;

  constructor(host: Host, texts: Texts) {
    this.host = host;
    this.texts = texts;
  }

  release(uri: string): void {
    this.looked.delete(uri);
  }

  looksAt(plan: string, file: string): boolean {
    const places = this.looked.get(plan);
    if (!places) return false;
    if (places.has(file)) return true;
    for (const place of places) if (isBelow(place, file)) return true;
    return false;
  }

  /** What is looked for can be known before anybody asks for it. */
  prepare(plans: readonly Plan[]): void {
    for (const plan of plans) this.pathsOf(plan);
  }

  /** Everything that `plans` name, for judging the document `own`. */
  async read(own: string, plans: readonly Plan[], roots: readonly string[]): Promise<NamedFiles> {
    const look = this.look();
    const files = await filesAt(new Map(plans.map((plan) => [plan, this.pathsOf(plan)])), roots, look);
    this.looked.set(own, look.places);
    return files;
  }

  /** What lies at these paths, once: nobody is told when it changes. */
  at(paths: PathsOfPlans, roots: readonly string[]): Promise<NamedFiles> {
    return filesAt(paths, roots, this.look());
  }

  private look(): Look {
    return new Look(
      this.host,
      (uri) => this.sourceOf(uri),
      (uri) => this.texts.openText(uri) !== undefined,
    );
  }

  private pathsOf(plan: Plan): readonly NamedPath[] {
    let paths = this.paths.get(plan);
    if (!paths) {
      paths = namedPaths(plan);
      this.paths.set(plan, paths);
    }
    return paths;
  }

  private async sourceOf(uri: string): Promise<Source | undefined> {
    const syntax = SYNTAXES.find(([name]) => name.test(uri))?.[1];
    const text = syntax && (await this.texts.get(uri));
    if (!text || !isText(text)) return undefined;
    const { document } = text;
    const known = this.sources.get(document);
    if (known?.version === document.version) return known;
    const source = { uri, syntax, text: document.getText(), version: document.version };
    this.sources.set(document, source);
    return source;
  }
}

async function filesAt(paths: PathsOfPlans, roots: readonly string[], look: Look): Promise<NamedFiles> {
  const looking = new Map<string, Promise<NamedFile | undefined>>();
  for (const [{ document }, named] of paths) {
    const { uri } = document.source;
    const root = rootOf(uri, roots) ?? bundleFolder(uri);
    for (const { path, manner } of named) {
      const key = keyOf(path, uri, manner);
      if (looking.has(key) || looking.size >= MOST_FILES) continue;
      looking.set(key, look.find(path, manner, { folder: folderOf(uri), root }));
    }
  }
  const found = new Map(await Promise.all(Array.from(looking, async ([key, file]) => [key, await file] as const)));
  return { find: (path, plan, manner = 'value') => found.get(keyOf(path, plan.document.source.uri, manner)) };
}

function keyOf(path: string, uri: string, manner: Manner): string {
  return `${manner} ${uri} ${path}`;
}

/** One look around: what several plans name is looked at once. */
class Look {
  readonly places = new Set<string>();
  private readonly found = new Map<string, Promise<NamedFile | undefined>>();
  private readonly tops = new Map<string, Promise<boolean>>();

  constructor(
    private readonly host: Host,
    private readonly sourceOf: (uri: string) => Promise<Source | undefined>,
    private readonly isOpen: (uri: string) => boolean,
  ) {}

  async find(address: string, manner: Manner, { folder, root }: Place): Promise<NamedFile | undefined> {
    if (isOnOneMachine(address)) return this.sameEnding(address, { folder, root });
    const path = pathIn(address);
    const nearestPlace = path === undefined ? undefined : resolvePath(path, folder, root);
    if (path === undefined || nearestPlace === undefined) return undefined;
    const near = await this.at(nearestPlace, root);
    if (near?.exists !== false) return near;
    if (path.startsWith('/')) return (await this.isTop(root)) ? near : undefined;
    const above = await this.above(path, { folder, root });
    if (manner === 'link')
      return { exists: false, ...meant(above?.uri ?? (await this.alike(nearestPlace, root)), folder) };
    if (above) return above.file;
    if (/^\.{1,2}\//.test(path) || (await this.isTop(root)))
      return { exists: false, ...meant(await this.alike(nearestPlace, root), folder) };
    // The root may be a folder of a repository, and the path start from the repository's own root.
    return undefined;
  }

  /** The same path from a folder further up. */
  private async above(path: string, { folder, root }: Place): Promise<{ uri: string; file: NamedFile } | undefined> {
    if (path.startsWith('../')) return undefined;
    for (const start of foldersUpTo(folder, root).slice(1)) {
      const uri = resolvePath(path, start, root);
      const file = uri === undefined ? undefined : await this.at(uri, root);
      if (uri !== undefined && file?.exists) return { uri, file };
    }
    return undefined;
  }

  /** For a path on somebody's machine: the file of the workspace whose path ends alike. */
  private async sameEnding(address: string, { folder, root }: Place): Promise<NamedFile | undefined> {
    const segments = address.replace(/[?#].*$/s, '').split(/[/\\]+/);
    for (let from = Math.max(1, segments.length - DEEPEST_ENDING); from < segments.length; from++) {
      const path = pathIn(segments.slice(from).join('/'));
      const uri = path === undefined ? undefined : resolvePath(path, root, root);
      const file = uri === undefined ? undefined : await this.at(uri, root);
      if (uri !== undefined && file?.exists) return { exists: false, ...meant(uri, folder) };
    }
    return undefined;
  }

  private at(uri: string, root: string): Promise<NamedFile | undefined> {
    let looking = this.found.get(uri);
    if (!looking) {
      this.places.add(uri);
      looking = this.look(uri, root);
      this.found.set(uri, looking);
    }
    return looking;
  }

  private async look(uri: string, root: string): Promise<NamedFile | undefined> {
    const probe = this.isOpen(uri) ? { kind: 'file' as const, size: 0 } : await this.host.probe(uri, root);
    if (probe.kind === 'unknown') return undefined;
    if (probe.kind !== 'file') return { exists: probe.kind === 'folder' };
    const source = probe.size <= LARGEST_TEXT ? await this.sourceOf(uri) : undefined;
    return source ? { exists: true, uri, source } : { exists: true, uri };
  }

  /** A file of the same folder with nearly the same name; another number is another file. */
  private async alike(uri: string, root: string): Promise<string | undefined> {
    const folder = folderOf(uri);
    if ((await this.host.probe(folder, root)).kind !== 'folder') return undefined;
    const wanted = fileNameOf(uri);
    const names = (await this.host.list(folder)).map(({ name }) => name);
    const name = nearest(
      wanted,
      names.filter((other) => fixedParts(other) === fixedParts(wanted)),
    );
    return name === undefined ? undefined : `${folder}/${encodeURIComponent(name)}`;
  }

  private isTop(root: string): Promise<boolean> {
    let looking = this.tops.get(root);
    if (!looking) {
      looking = this.host.list(root).then((entries) => entries.some(({ name }) => name === '.git'));
      this.tops.set(root, looking);
    }
    return looking;
  }
}

/** What a slip of the finger leaves alone: numbers and the ending. */
function fixedParts(name: string): string {
  return `${name.replace(/\D/g, '')} ${/\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? ''}`;
}

function meant(uri: string | undefined, folder: string): { meant?: string } {
  return uri === undefined ? {} : { meant: relativePath(folder, uri) };
}
