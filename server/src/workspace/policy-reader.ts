/** Reads a policy with what it extends: files of the same repository, each once. */
import * as l10n from '@vscode/l10n';
import { finding, type Problem } from '../lint/rule.ts';
import type { MapNode, ScalarNode } from '../model/located.ts';
import { newPlanCaches, type Plan, readPlans } from '../model/plan/plan.ts';
import { offsets } from '../model/source.ts';
import type { Host } from './host.ts';
import { pathIn, resolvePath } from './paths.ts';
import { fileNameOf, folderOf, isPolicyName } from './plan-files.ts';
import { layered, NO_POLICY, type Policy, readPolicy } from './policy.ts';
import { isText, type Texts } from './texts.ts';

/** More than a person looks through. */
const MOST_FILES = 20;

interface Reading {
  readonly policy: Policy;
  /** What is wrong in the file beyond its schema. */
  readonly problems: readonly Problem[];
}

/** A file that is extended: what it says, and what is to be said of it at the path that leads to it. */
interface Extended {
  readonly policy: Policy;
  readonly wrong?: string | undefined;
}

export class PolicyReader {
  /** Every file that was read or looked for. */
  readonly files = new Set<string>();
  private readonly extended = new Map<string, Extended>();
  private readonly host: Host;
  private readonly texts: Texts;
  private readonly boundary: string;

  /** Nothing outside of `boundary` is read. */
  constructor(host: Host, texts: Texts, boundary: string) {
    this.host = host;
    this.texts = texts;
    this.boundary = boundary;
  }

  async load(uri: string): Promise<Policy> {
    this.files.add(uri);
    const plan = await this.planAt(uri);
    return typeof plan === 'string' ? NO_POLICY : (await this.read(plan.document.root, uri)).policy;
  }

  /** `above`: the files that lead to this one. */
  async read(root: MapNode, uri: string, above: readonly string[] = []): Promise<Reading> {
    const { policy, extended, badGlobs } = readPolicy(root, uri);
    const problems = badGlobs.map(({ span, why }): Problem => {
      return { ...finding(span, `This glob ${why}.`), rule: 'policy-glob', severity: 'error' };
    });
    let base = NO_POLICY;
    for (const path of extended) {
      const { policy: other, wrong } = await this.follow(path, uri, [...above, uri]);
      base = layered(base, other);
      if (wrong) problems.push({ ...finding(path.span, wrong), rule: 'policy-extends', severity: 'error' });
    }
    return { policy: layered(base, policy), problems };
  }

  private async follow({ text }: ScalarNode, uri: string, chain: readonly string[]): Promise<Extended> {
    const nothing = (wrong: string): Extended => ({ policy: NO_POLICY, wrong: `"${text}" ${wrong}` });
    const path = text.startsWith('/') || /^[a-z]:[\\/]/i.test(text) ? undefined : pathIn(text);
    if (path === undefined)
      return nothing(
        l10n.t('is no path relative to this file. A policy extends files of its own repository; nothing is fetched.'),
      );
    const target = resolvePath(path, folderOf(uri), this.boundary);
    if (!target || (await this.host.probe(target, this.boundary)).kind === 'unknown')
      return nothing(
        l10n.t('leads out of the repository, or may not be read. A policy extends files of its own repository.'),
      );
    if (chain.includes(target))
      return nothing(l10n.t('extends this policy in turn, so neither can be read to its end.'));
    let known = this.extended.get(target);
    if (!known) {
      if (this.files.size >= MOST_FILES)
        return nothing(l10n.t`is one policy too many: ${MOST_FILES} are read, no more.`);
      known = await this.readExtended(target, chain);
      this.extended.set(target, known);
    }
    return known.wrong === undefined ? known : { ...known, wrong: `"${text}" ${known.wrong}` };
  }

  private async readExtended(target: string, chain: readonly string[]): Promise<Extended> {
    this.files.add(target);
    const plan = await this.planAt(target);
    if (typeof plan === 'string') return { policy: NO_POLICY, wrong: l10n.t`${plan}, so nothing of it counts.` };
    const { policy, problems } = await this.read(plan.document.root, target, chain);
    // A file that has the name of a policy is told of its own mistakes.
    return isPolicyName(fileNameOf(target)) ? { policy } : { policy, wrong: mistakesIn(plan, problems) };
  }

  /** Why it cannot be read is a text. */
  private async planAt(uri: string): Promise<Plan | string> {
    const text = await this.texts.get(uri);
    if (!isText(text)) return text.message;
    const source = { uri, syntax: 'yaml', text: text.document.getText() } as const;
    return readPlans(source, 'policy', newPlanCaches())[0];
  }
}

function mistakesIn({ document, schemaProblems }: Plan, problems: readonly Problem[]): string | undefined {
  const all = [...document.problems, ...schemaProblems, ...problems];
  const [first] = all;
  if (!first) return undefined;
  const line = document.source.text.slice(0, offsets(first.span).start).split('\n').length;
  const what =
    all.length === 1 ? `is wrong in line ${line}` : `is wrong in ${all.length} places, first in line ${line}`;
  return l10n.t`${what}, and what is wrong does not count: ${first.message}`;
}
