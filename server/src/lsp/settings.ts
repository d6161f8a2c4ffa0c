/** What people wrote under `rolloutPlan` in their editor, checked key by key: a wrong value is named once and its default holds. */
import * as l10n from '@vscode/l10n';
import { DEFAULT_SETTINGS, type Settings, type Severity, type Switches } from '../workspace/host.ts';

export const SECTION = 'rolloutPlan';

export interface ReadSettings {
  readonly settings: Settings;
  /** One sentence for each value that could not be taken. */
  readonly problems: readonly string[];
}

/** Gives the value, or says in the words of a sentence what it must be. */
type Check<T> = (value: unknown) => { readonly value: T } | { readonly expected: string };

const ADOPT: readonly Settings['adopt'][] = ['auto', 'always', 'frontMatter'];
const STRICTNESS: readonly Settings['markdown']['strictness'][] = ['full', 'warnings', 'errors'];
const LEVELS: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

const flag: Check<boolean> = (value) => (typeof value === 'boolean' ? { value } : { expected: 'true or false' });

function oneOf<T extends string>(choices: readonly T[]): Check<T> {
  const expected = `one of ${choices.join(', ')}`;
  return (value) => {
    const choice = choices.find((candidate) => candidate === value);
    return choice === undefined ? { expected } : { value: choice };
  };
}

const count: Check<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1
    ? { value }
    : { expected: 'a whole number of at least 1' };

const level = oneOf(LEVELS);

/** `raw` is the section as the client sent it; nothing at all means that everything is at its default. */
export function readSettings(raw: unknown, isRule: (id: string) => boolean): ReadSettings {
  if (raw === undefined || raw === null) return { settings: DEFAULT_SETTINGS, problems: [] };
  if (!isRecord(raw)) {
    return { settings: DEFAULT_SETTINGS, problems: [wrong(SECTION, raw, 'an object of settings')] };
  }
  const problems: string[] = [];
  const take = <T>(key: keyof Settings, check: Check<T>, fallback: T): T => {
    const value = raw[key];
    if (value === undefined || value === null) return fallback;
    const checked = check(value);
    if ('value' in checked) return checked.value;
    problems.push(l10n.t`${wrong(`${SECTION}.${key}`, value, checked.expected)} Using ${JSON.stringify(fallback)}.`);
    return fallback;
  };
  const switches = <K extends string>(group: keyof Settings, defaults: Switches<K>): Switches<K> =>
    readSwitches(`${SECTION}.${group}`, raw[group], defaults, problems);
  const settings: Settings = {
    enable: take('enable', flag, DEFAULT_SETTINGS.enable),
    adopt: take('adopt', oneOf(ADOPT), DEFAULT_SETTINGS.adopt),
    rules: readRules(raw.rules, isRule, problems),
    maxProblems: take('maxProblems', count, DEFAULT_SETTINGS.maxProblems),
    markdown: readMarkdown(raw.markdown, problems),
    completion: switches('completion', DEFAULT_SETTINGS.completion),
    hover: switches('hover', DEFAULT_SETTINGS.hover),
    inlayHints: switches('inlayHints', DEFAULT_SETTINGS.inlayHints),
    codeLens: switches('codeLens', DEFAULT_SETTINGS.codeLens),
    semanticTokens: switches('semanticTokens', DEFAULT_SETTINGS.semanticTokens),
    documentLinks: switches('documentLinks', DEFAULT_SETTINGS.documentLinks),
    onType: switches('onType', DEFAULT_SETTINGS.onType),
    refactorings: switches('refactorings', DEFAULT_SETTINGS.refactorings),
  };
  return { settings, problems };
}

/** The keys of one group; none where it is not there, or no group. */
function readGroup(key: string, raw: unknown, defaults: object, problems: string[]): Readonly<Record<string, unknown>> {
  if (isRecord(raw)) return raw;
  if (raw !== undefined && raw !== null)
    problems.push(`${wrong(key, raw, 'an object of settings')} Using ${JSON.stringify(defaults)}.`);
  return {};
}

/** Settings of one group that are on or off: `rolloutPlan.codeLens.stages`. A key that is not there is at its default. */
function readSwitches<K extends string>(
  key: string,
  raw: unknown,
  defaults: Switches<K>,
  problems: string[],
): Switches<K> {
  const group = readGroup(key, raw, defaults, problems);
  const read: Record<K, boolean> = { ...defaults };
  for (const name of Object.keys(defaults) as K[]) {
    const value = group[name];
    if (typeof value === 'boolean') read[name] = value;
    else if (value !== undefined && value !== null)
      problems.push(l10n.t`${wrong(`${key}.${name}`, value, 'true or false')} Using ${defaults[name]}.`);
  }
  return read;
}

function readMarkdown(raw: unknown, problems: string[]): Settings['markdown'] {
  const { markdown } = DEFAULT_SETTINGS;
  const key = `${SECTION}.markdown`;
  const { strictness } = readGroup(key, raw, markdown, problems);
  if (strictness === undefined || strictness === null) return markdown;
  const checked = oneOf(STRICTNESS)(strictness);
  if ('value' in checked) return { strictness: checked.value };
  const said = wrong(`${key}.strictness`, strictness, checked.expected);
  problems.push(l10n.t`${said} Using ${JSON.stringify(markdown.strictness)}.`);
  return markdown;
}

/** One wrong entry leaves the others standing. */
function readRules(raw: unknown, isRule: (id: string) => boolean, problems: string[]): Settings['rules'] {
  if (raw === undefined || raw === null) return DEFAULT_SETTINGS.rules;
  const key = `${SECTION}.rules`;
  if (!isRecord(raw)) {
    problems.push(`${wrong(key, raw, 'an object from rule ids to severities')} Using {}.`);
    return DEFAULT_SETTINGS.rules;
  }
  const rules = new Map<string, Severity | 'off'>();
  for (const [id, value] of Object.entries(raw)) {
    const checked = level(value);
    if (!isRule(id)) problems.push(l10n.t`${key}: there is no rule "${id}".`);
    else if ('value' in checked) rules.set(id, checked.value);
    else problems.push(l10n.t`${wrong(`${key}["${id}"]`, value, checked.expected)} The rule keeps its own severity.`);
  }
  return Object.fromEntries(rules);
}

function wrong(key: string, value: unknown, expected: string): string {
  return `${key} must be ${expected}, not ${short(value)}.`;
}

function short(value: unknown): string {
  const text = String(JSON.stringify(value));
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
