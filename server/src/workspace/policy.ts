/** What a policy wants, read from its tree. What is wrong in it is told by the schema, and left out here. */
import { type OptionValues, readOption } from '../lint/options.ts';
import type { Severity } from '../lint/rule.ts';
import { child, type LocatedNode, type MapNode, type ScalarNode } from '../model/located.ts';
import { markdownKind } from '../model/markdown/adoption.ts';
import { PART_NAMES, type PartName } from '../model/plan-document.ts';
import type { Headings, Span } from '../model/source.ts';
import { RULES } from '../rules/index.ts';
import { decoded } from '../util/decoded.ts';
import { compileGlob, type Matches } from './globs.ts';
import type { Settings } from './host.ts';
import { isBelow } from './paths.ts';
import { fileNameOf, folderOf, isYamlName, type PlanFile } from './plan-files.ts';

export interface Policy {
  readonly severities: Settings['rules'];
  readonly options: OptionValues;
  readonly adopt: Settings['adopt'] | undefined;
  readonly headings: Headings;
  readonly ignored: readonly Files[];
  readonly included: readonly IncludedFiles[];
}

/** Files below a folder. */
interface Files {
  readonly folder: string;
  readonly matches: Matches;
}
interface IncludedFiles extends Files {
  readonly as: PartName;
}

export const NO_POLICY: Policy = {
  severities: {},
  options: new Map(),
  adopt: undefined,
  headings: new Map(),
  ignored: [],
  included: [],
};

/** What one file says, before what it extends. */
export interface PolicyFile {
  readonly policy: Policy;
  readonly extended: readonly ScalarNode[];
  readonly badGlobs: readonly { readonly span: Span; readonly why: string }[];
}

/** Of several, the first that is there counts. */
export const POLICY_NAMES: readonly string[] = ['yaml', 'yml', 'json'].map((type) => `rollout-plan.config.${type}`);

export function readPolicy(root: MapNode, uri: string): PolicyFile {
  const folder = folderOf(uri);
  const badGlobs: { span: Span; why: string }[] = [];
  const filesAt = (node: ScalarNode): Files[] => {
    const matches = compileGlob(node.text);
    if (typeof matches !== 'string') return [{ folder, matches }];
    badGlobs.push({ span: node.span, why: matches });
    return [];
  };
  const ignored = textsIn(child(root, 'ignore')).flatMap(filesAt);
  const included = itemsIn(child(root, 'files')).flatMap((item) => {
    const [glob] = textsIn(item.kind === 'map' ? child(item, 'glob') : item);
    const as = PART_NAMES.find((part) => part === textAt(item, 'as')) ?? 'rollout';
    return glob ? filesAt(glob).map((files) => ({ ...files, as })) : [];
  });
  const adopt = ADOPT.find((value) => value === textAt(root, 'adopt'));
  const policy = {
    ...rulesIn(child(root, 'rules')),
    adopt,
    headings: headingsIn(child(root, 'headings')),
    ignored,
    included,
  };
  return { policy, extended: textsIn(child(root, 'extends')), badGlobs };
}

const ADOPT: readonly Settings['adopt'][] = ['auto', 'always', 'frontMatter'];
const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

function rulesIn(node: LocatedNode | undefined): Pick<Policy, 'severities' | 'options'> {
  const severities: Record<string, Severity | 'off'> = {};
  const options = new Map<Parameters<OptionValues['get']>[0], number | boolean>();
  for (const { id, options: known = [] } of RULES) {
    const setting = child(node, id);
    const word = setting?.kind === 'scalar' ? setting.text : textAt(setting, 'severity');
    const severity = SEVERITIES.find((value) => value === word);
    if (severity) severities[id] = severity;
    for (const option of known) {
      const words = textAt(setting, option.name);
      const value = words === undefined ? undefined : readOption(option, words);
      if (value !== undefined) options.set(option, value);
    }
  }
  return { severities, options };
}

function headingsIn(node: LocatedNode | undefined): Headings {
  if (node?.kind !== 'map') return NO_POLICY.headings;
  return new Map(Array.from(node.entries, ([key, { value }]) => [key, textsIn(value).map(({ text }) => text)]));
}

function textAt(node: LocatedNode | undefined, key: string): string | undefined {
  const value = child(node, key);
  return value?.kind === 'scalar' ? value.text : undefined;
}

/** The items of a list; one that is written without its list is one. */
function itemsIn(node: LocatedNode | undefined): readonly LocatedNode[] {
  if (!node) return [];
  return node.kind === 'list' ? node.items : [node];
}

function textsIn(node: LocatedNode | undefined): readonly ScalarNode[] {
  return itemsIn(node).filter((item) => item.kind === 'scalar' && item.value !== null && !item.broken) as ScalarNode[];
}

/** `over` wins where both speak. */
export function layered(base: Policy, over: Policy): Policy {
  const headings = new Map(base.headings);
  for (const [key, labels] of over.headings) headings.set(key, [...(headings.get(key) ?? []), ...labels]);
  return {
    severities: { ...base.severities, ...over.severities },
    options: new Map([...base.options, ...over.options]),
    adopt: over.adopt ?? base.adopt,
    headings: headings.size > 0 ? headings : NO_POLICY.headings,
    ignored: [...base.ignored, ...over.ignored],
    included: [...base.included, ...over.included],
  };
}

/** The editor's settings lie over the policy, as far as they say something. */
export function settingsUnder(policy: Policy, settings: Settings): Settings {
  const adopt = settings.adopt === 'auto' ? (policy.adopt ?? 'auto') : settings.adopt;
  return { ...settings, adopt, rules: { ...policy.severities, ...settings.rules } };
}

export function isIgnored(uri: string, { ignored }: Policy): boolean {
  return ignored.some((files) => holds(files, uri));
}

/** What a file is that is a plan by the policy alone. */
export function includedFile(uri: string, { included }: Policy): PlanFile | undefined {
  const found = included.find((files) => holds(files, uri));
  if (!found) return undefined;
  const name = fileNameOf(uri);
  if (isYamlName(name)) return { syntax: 'yaml', kind: 'plan' };
  return /\.(?:md|markdown)$/i.test(name) ? { syntax: 'markdown', kind: markdownKind(uri) ?? found.as } : undefined;
}

function holds({ folder, matches }: Files, uri: string): boolean {
  return isBelow(uri, folder) && matches(decoded(uri.slice(folder.length + 1)));
}
