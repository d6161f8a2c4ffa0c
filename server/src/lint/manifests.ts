/** What a manifest of Argo Rollouts or Flagger does step by step, read from a file that a plan names. */
import { child, descend, type LocatedNode, type MapNode, type ScalarNode } from '../model/located.ts';
import type { Source, Span } from '../model/source.ts';
import { readYaml } from '../model/yaml/read.ts';

/** A share of the traffic that the manifest gives. */
export interface ManifestStep {
  readonly weight: number;
  /** Where it is written; nothing for what a controller does at the end by itself. */
  readonly node?: ScalarNode;
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

function argo(root: MapNode): Manifest | undefined {
  const steps = descend(root, ['spec', 'strategy', 'canary', 'steps']);
  if (!isKind(root, 'argoproj.io', 'Rollout') || steps?.kind !== 'list') return undefined;
  const shares: Share[] = [];
  for (const item of steps.items) {
    const weight = child(item, 'setWeight');
    const last = shares.at(-1);
    if (weight) {
      const value = weight.kind === 'scalar' ? weight.value : undefined;
      if (weight.kind !== 'scalar' || typeof value !== 'number') return undefined;
      if (value !== last?.weight) shares.push({ weight: value, node: weight, pauses: [] });
    } else last?.pauses.push(item);
  }
  const named = shares.filter(({ weight }) => weight > 0);
  return {
    tool: 'Argo Rollouts',
    place: steps.head,
    steps: toFull(named.map(({ weight, node, pauses }) => ({ weight, node, ...waits(pauses) }))),
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
function argoLength({ value, text }: ScalarNode): number | undefined {
  if (typeof value === 'number') return value * 1000;
  const [, count, unit] = /^(\d{1,9})([smh])?$/.exec(text.trim()) ?? [];
  return count === undefined ? undefined : Number(count) * UNITS[(unit ?? 's') as keyof typeof UNITS];
}

/** The unit that the controller takes: it knows no days. */
export function argoDuration(ms: number): string {
  const unit = ms % UNITS.h === 0 ? 'h' : ms % UNITS.m === 0 ? 'm' : 's';
  return `${Math.round(ms / UNITS[unit])}${unit}`;
}

/** After its last step a controller promotes to everybody. */
function toFull(steps: readonly ManifestStep[]): readonly ManifestStep[] {
  return steps.length === 0 || steps.at(-1)?.weight === 100 ? steps : [...steps, { weight: 100 }];
}

const MOST_STEPS = 1000;

function flagger(root: MapNode): Manifest | undefined {
  const analysis = descend(root, ['spec', 'analysis']) ?? descend(root, ['spec', 'canaryAnalysis']);
  if (!isKind(root, 'flagger.app', 'Canary') || analysis?.kind !== 'map') return undefined;
  const interval = child(analysis, 'interval');
  const ms = interval?.kind === 'scalar' ? goLength(interval.text) : undefined;
  const steps = flaggerWeights(analysis).map((step) => ({ ...step, ...(ms !== undefined && { ms }) }));
  return steps.length > 0 ? { tool: 'Flagger', place: analysis.head, steps: toFull(steps) } : undefined;
}

function flaggerWeights(analysis: MapNode): ManifestStep[] {
  const list = child(analysis, 'stepWeights');
  if (list?.kind === 'list')
    return list.items.flatMap((node) =>
      node.kind === 'scalar' && typeof node.value === 'number' ? [{ weight: node.value, node }] : [],
    );
  const [step, most] = [child(analysis, 'stepWeight'), child(analysis, 'maxWeight')];
  if (
    step?.kind !== 'scalar' ||
    typeof step.value !== 'number' ||
    most?.kind !== 'scalar' ||
    typeof most.value !== 'number'
  )
    return [];
  const size = step.value;
  if (size <= 0 || most.value / size > MOST_STEPS) return [];
  return Array.from({ length: Math.floor(most.value / size) }, (_, at) => ({ weight: size * (at + 1) }));
}

function goLength(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,9})([smh])$/.exec(text.trim()) ?? [];
  return count === undefined ? undefined : Number(count) * UNITS[unit as keyof typeof UNITS];
}
