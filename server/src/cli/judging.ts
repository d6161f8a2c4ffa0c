/** Judges files, whoever asks: the check itself, or a thread of it. */
import type { Diagnostic } from '../features/types.ts';
import type { DocumentKind } from '../model/plan-document.ts';
import { createLanguageService, type FoundPlans, type LanguageService } from '../service.ts';
import { DEFAULT_SETTINGS, type Host } from '../workspace/host.ts';
import { createNodeHost } from '../workspace/node-host.ts';
import type { CheckFile } from './collect.ts';

/** What a check is about, besides its files. Plain data, for other threads. */
export interface Scope {
  readonly roots: readonly string[];
  readonly now?: string;
  readonly as?: DocumentKind;
  /** The plans below the roots, where somebody has looked for them already. */
  readonly found?: FoundPlans;
}

/** Files that belong together, so that each is read once. */
export type Bundle = readonly CheckFile[];

export interface JudgedFile {
  readonly path: string;
  /** Nothing where it is no plan, and was not asked for by name. */
  readonly problems?: readonly Diagnostic[];
  /** The policy files that count for it. */
  readonly policies: readonly string[];
  /** What went wrong with the checking itself. */
  readonly failures: readonly string[];
}

export class Judging {
  private readonly service: LanguageService;
  private failures: string[] = [];

  constructor({ roots, found, now, as }: Scope) {
    // Nothing but failures is logged by what judges.
    const log: Host['log'] = (_, message) => this.failures.push(message);
    const host = listedOnce(createNodeHost({ log, alone: true, ...(now ? { now } : {}) }));
    this.service = createLanguageService(host, as ? { as } : {});
    // Everything is printed: the cap is there to keep editors quick.
    this.service.setSettings({ ...DEFAULT_SETTINGS, maxProblems: Number.POSITIVE_INFINITY });
    this.service.setRoots(roots, found);
  }

  foundPlans(): Promise<FoundPlans> {
    return this.service.foundPlans();
  }

  /** What was read of a bundle is not kept. */
  async judgeEach(bundles: readonly Bundle[]): Promise<JudgedFile[]> {
    const judged: JudgedFile[] = [];
    for (const files of bundles) {
      for (const file of files) judged.push(await this.judge(file));
      for (const { uri } of files) this.service.release(uri);
    }
    return judged;
  }

  /** What is wrong in a file, whatever it is. */
  problemsIn(uri: string): Promise<readonly Diagnostic[]> {
    return this.service.diagnostics(uri);
  }

  private async judge({ path, uri, named }: CheckFile): Promise<JudgedFile> {
    this.failures = [];
    const problems = await this.service.diagnostics(uri);
    const { failures } = this;
    // A folder is full of files that are not plans; one that was named is always answered for.
    if (!named && !(await this.service.isPlanFile(uri))) return { path, policies: [], failures };
    return { path, problems, policies: await this.service.policiesFor(uri), failures };
  }
}

/** While a check runs, nobody is expected to make files or to take them away. */
function listedOnce(host: Host): Host {
  const lists = new Map<string, ReturnType<Host['list']>>();
  const list: Host['list'] = (uri) => {
    let known = lists.get(uri);
    if (!known) {
      known = host.list(uri);
      lists.set(uri, known);
    }
    return known;
  };
  return { ...host, list };
}
