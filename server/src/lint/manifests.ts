/** What a manifest of Argo Rollouts or Flagger does step by step, read from a file that a plan names. */
import { child, descend, type LocatedNode, type MapNode, type ScalarNode } from '../model/located.ts';
import { parseDuration } from '../model/notation.ts';
import type { Source, Span } from '../model/source.ts';
import { readYaml } from '../model/yaml/read.ts';

/** A share of the traffic that the manifest gives. */
export interface ManifestStep {
  readonly weight: number;
  /** The value that says so; nothing for what a controller counts by itself. */
  readonly node?: ScalarNode;
  /** Where it is written, or what it follows from. */
  readonly place: Span;
  /** How long the share stays, where the manifest alone decides. */
  readonly ms?: number;
  /** The one value that says so. */
  readonly duration?: ScalarNode;
}

export interface Manifest {
  readonly tool: 'Argo Rollouts' | 'Flagger';
  readonly steps: readonly ManifestStep[];
  /** Where the steps begin. */
  readonly place: Span;
}

/** Sources never change, and reading YAML takes time. */
const known = new WeakMap<Source, Manifest | undefined>();

/** Nothing for any other file, for a template, and where there are several: then nobody can tell which one is meant. */
export function manifestIn(source: Source): Manifest | undefined {
  if (!/\b(?:argoproj\.io|flagger\.app)\//.test(source.text)) return undefined;
  if (!known.has(source)) known.set(source, read(source));
  return known.get(source);
}

function read(source: Source): Manifest | undefined {
  const documents = readYaml(source);
  if (documents.some(({ problems, unreadable }) => problems.length > 0 || unreadable)) return undefined;
  const found = documents.flatMap(({ root }) => argo(root) ?? flagger(root) ?? []);
  return found.length === 1 ? found[0] : undefined;
}

function isKind(root: MapNode, api: string, kind: string): boolean {
  return textOf(child(root, 'apiVersion')).startsWith(`${api}/`) && textOf(child(root, 'kind')) === kind;
}

function textOf(node: LocatedNode | undefined): string {
  return node?.kind === 'scalar' ? node.text : '';
}

/** A template is none. */
function isNumber(node: LocatedNode | undefined): node is ScalarNode & { readonly value: number } {
  return node?.kind === 'scalar' && typeof node.value === 'number';
}

function argo(root: MapNode): Manifest | undefined {
  const steps = descend(root, ['spec', 'strategy', 'canary', 'steps']);
  if (!isKind(root, 'argoproj.io', 'Rollout') || steps?.kind !== 'list') return undefined;
  const shares: Share[] = [];
  for (const item of steps.items) {
    const weight = child(item, 'setWeight');
    const last = shares.at(-1);
    if (weight) {
      if (!isNumber(weight)) return undefined;
      if (weight.value !== last?.weight) shares.push({ weight: weight.value, node: weight, pauses: [] });
    } else last?.pauses.push(item);
  }
  const named = shares.filter(({ weight }) => weight > 0);
  return {
    tool: 'Argo Rollouts',
    place: steps.head,
    steps: toFull(
      named.map(({ weight, node, pauses }) => ({ weight, node, place: node.span, ...waits(pauses) })),
      steps.head,
    ),
  };
}

interface Share {
  readonly weight: number;
  readonly node: ScalarNode;
  readonly pauses: LocatedNode[];
}

/** Without a duration a person goes on, and an analysis takes as long as it takes. */
function waits(pauses: readonly LocatedNode[]): { ms?: number; duration?: ScalarNode } {
  const durations = pauses.map((item) => descend(item, ['pause', 'duration']));
  let ms = 0;
  for (const duration of durations) {
    const length = duration?.kind === 'scalar' ? argoLength(duration) : undefined;
    if (length === undefined) return {};
    ms += length;
  }
  const [only] = durations;
  return only?.kind === 'scalar' && durations.length === 1 ? { ms, duration: only } : { ms };
}

const UNITS = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/** A number is seconds. */
function argoLength({ text }: ScalarNode): number | undefined {
  const words = text.trim();
  return goLength(/^\d+$/.test(words) ? `${words}s` : words);
}

/** A length as the controllers write it. Their others, such as `1h30m`, are not read. */
function goLength(words: string): number | undefined {
  return /^\d{1,9}[smh]$/.test(words) ? parseDuration(words)?.ms : undefined;
}

/** The unit that the controller takes: it knows no days. */
export function argoDuration(ms: number): string {
  const unit = ms % UNITS.h === 0 ? 'h' : ms % UNITS.m === 0 ? 'm' : 's';
  return `${Math.round(ms / UNITS[unit])}${unit}`;
}

/** After its last step a controller promotes to everybody. */
function toFull(steps: readonly ManifestStep[], place: Span): readonly ManifestStep[] {
  return steps.length === 0 || steps.at(-1)?.weight === 100 ? steps : [...steps, { weight: 100, place }];
}

const MOST_STEPS = 1000;

function flagger(root: MapNode): Manifest | undefined {
  const analysis = descend(root, ['spec', 'analysis']) ?? descend(root, ['spec', 'canaryAnalysis']);
  if (!isKind(root, 'flagger.app', 'Canary') || analysis?.kind !== 'map') return undefined;
  const interval = child(analysis, 'interval');
  const ms = goLength(textOf(interval).trim());
  const steps = flaggerWeights(analysis).map((step) => ({ ...step, ...(ms !== undefined && { ms }) }));
  return steps.length > 0 ? { tool: 'Flagger', place: analysis.head, steps: toFull(steps, analysis.head) } : undefined;
}

function flaggerWeights(analysis: MapNode): ManifestStep[] {
  const list = child(analysis, 'stepWeights');
  if (list?.kind === 'list')
    return list.items.flatMap((node) => (isNumber(node) ? [{ weight: node.value, node, place: node.span }] : []));
  const [step, most] = [child(analysis, 'stepWeight'), child(analysis, 'maxWeight')];
  if (!isNumber(step) || !isNumber(most)) return [];
  const size = step.value;
  if (size <= 0 || most.value / size > MOST_STEPS) return [];
  return Array.from({ length: Math.floor(most.value / size) }, (_, at) => ({
    weight: size * (at + 1),
    place: analysis.head,
  }));
}
