/** The facade: everything that the editor and the command line can ask, and the only place where the layers are wired together. */
import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FixContext, fixAll, type Judged, quickFixes } from './features/code-actions.ts';
import type { PlanContext } from './features/context.ts';
import { cap, toDiagnostic } from './features/diagnostics.ts';
import { placeAt } from './features/place.ts';
import { refactorings } from './features/refactorings/index.ts';
import { suppressions } from './features/suppress.ts';
import type { CodeAction, Diagnostic, Range, RuleInfo } from './features/types.ts';
import type { PlanFile } from './features/workspace-symbols.ts';
import type { NamedFiles } from './lint/named-files.ts';
import type { DocumentKind } from './model/plan-document.ts';
import { isRule, RULES } from './rules/index.ts';
import { ruleInfo } from './rules/info.ts';
import { mapped } from './util/non-empty.ts';
import type { Cancellation } from './util/slices.ts';
import { editWritersFor } from './workspace/edit-writer.ts';
import { DEFAULT_SETTINGS, type Host, type ReadResult, type Settings } from './workspace/host.ts';
import { Judge, type Judgement } from './workspace/judge.ts';
import type { PathsOfPlans } from './workspace/named-files.ts';
import { bundleFolder, fileNameOf, isPlanName } from './workspace/plan-files.ts';
import type { FoundPlans } from './workspace/plan-search.ts';
import { PlanStore, type StoredPlans } from './workspace/plan-store.ts';
import { Policies } from './workspace/policies.ts';
import { includedFile, isIgnored } from './workspace/policy.ts';
import { type Surroundings, surroundingsOf } from './workspace/surroundings.ts';
import { type Change, Texts } from './workspace/texts.ts';

export type { Cancellation } from './util/slices.ts';
export type { FoundPlans } from './workspace/plan-search.ts';
export type TextChangeEvent = Change;

export interface LanguageService {
  /** Roots of the workspace, as folder URIs. Bundles are looked for below them; `found`: what another service has found there. */
  setRoots(roots: readonly string[], found?: FoundPlans): void;
  setSettings(settings: Settings): void;
  open(uri: string, languageId: string, version: number, text: string): void;
  change(uri: string, version: number, changes: readonly TextChangeEvent[]): void;
  close(uri: string): void;
  /** A file changed on disk, was made or deleted. */
  fileChanged(uri: string): void;
  /** Whether the open document is one that the service speaks about: known from its name, or from its first lines. */
  isPlan(uri: string): boolean;
  /** The same for any file, read from the disk if it is not open; one that cannot be read counts by its name. */
  isPlanFile(uri: string): Promise<boolean>;
  /** Whether a policy makes a plan of the file, whatever it is called; its text is not looked at. */
  isPlanByPolicy(uri: string): Promise<boolean>;
  /** Whether the file is a policy, or is read as part of one. */
  isPolicy(uri: string): boolean;
  /** The policy files that count for a file. */
  policiesFor(uri: string): Promise<readonly string[]>;
  /** Open documents whose diagnostics may change when this file does: its bundle, and the plans that name it. */
  affectedBy(uri: string): readonly string[];
  diagnostics(uri: string, cancellation?: Cancellation): Promise<readonly Diagnostic[]>;
  codeActions(
    uri: string,
    range: Range,
    only: readonly string[],
    cancellation?: Cancellation,
  ): Promise<readonly CodeAction[]>;
  /** What the features look at; nothing where the file is no plan, is not adopted, or the service is switched off. `beforeAdoption`: also where it may become one. */
  context(uri: string, beforeAdoption?: boolean): Promise<PlanContext | undefined>;
  /** What lies at paths that plans name. */
  filesAt(paths: PathsOfPlans): Promise<NamedFiles>;
  /** Every adopted plan of the workspace and of the open documents, read one by one. */
  planFiles(): AsyncIterable<PlanFile>;
  /** What stands around a file in its workspace. */
  surroundings(uri: string): Surroundings;
  /** What was found below the roots, for another service. */
  foundPlans(): Promise<FoundPlans>;
  /** What was read of a file is not kept: for whoever goes through many. */
  release(uri: string): void;
  rules(): readonly RuleInfo[];
}

export interface ServiceOptions {
  /** Read every file as this, whatever its name: for documents from elsewhere. */
  readonly as?: DocumentKind;
}

export function createLanguageService(host: Host, options: ServiceOptions = {}): LanguageService {
  return new Service(host, options);
}

class Service implements LanguageService {
  private settings = DEFAULT_SETTINGS;
  private readonly texts: Texts;
  private readonly policies: Policies;
  private readonly store: PlanStore;
  private readonly judge: Judge;
  private readonly host: Host;

  constructor(host: Host, options: ServiceOptions) {
    this.host = host;
    this.texts = new Texts(host);
    this.policies = new Policies(host, this.texts);
    this.store = new PlanStore(host, this.texts, this.policies, options.as);
    this.judge = new Judge(host, this.store, this.policies);
  }

  setRoots(roots: readonly string[], found?: FoundPlans): void {
    const folders = roots.map((root) => root.replace(/\/$/, ''));
    this.policies.setRoots(folders);
    this.store.setRoots(folders, found);
  }

  setSettings(settings: Settings): void {
    this.settings = settings;
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.texts.open(uri, languageId, version, text);
    this.policies.changed(uri);
  }

  change(uri: string, version: number, changes: readonly TextChangeEvent[]): void {
    this.texts.change(uri, version, changes);
    this.policies.changed(uri);
  }

  close(uri: string): void {
    this.host.forget(uri);
    this.texts.close(uri);
    this.store.closed(uri);
    this.policies.changed(uri);
  }

  fileChanged(uri: string): void {
    this.host.forget(uri);
    this.store.forget(uri);
    this.policies.changed(uri);
  }

  isPlan(uri: string): boolean {
    const text = this.texts.openText(uri);
    return text !== undefined && this.store.plansIn(text) !== undefined;
  }

  async isPlanFile(uri: string): Promise<boolean> {
    const stored = await this.store.plansOf(uri);
    return stored !== undefined && ('plans' in stored || isPlanName(fileNameOf(uri)));
  }

  async isPlanByPolicy(uri: string): Promise<boolean> {
    const policy = await this.policies.of(uri);
    return includedFile(uri, policy) !== undefined && !isIgnored(uri, policy);
  }

  isPolicy(uri: string): boolean {
    return this.policies.concerns(uri);
  }

  policiesFor(uri: string): Promise<readonly string[]> {
    return this.policies.filesFor(uri);
  }

  affectedBy(uri: string): readonly string[] {
    if (this.isPolicy(uri)) return this.texts.openUris().filter((open) => open !== uri);
    const folder = bundleFolder(uri);
    const names = this.namesIn(uri);
    return this.texts.openUris().filter((open) => {
      if (open === uri || !this.isPlan(open)) return false;
      if (bundleFolder(open) === folder || this.store.names(open, uri)) return true;
      return this.namesIn(open).some((name) => names.includes(name));
    });
  }

  private namesIn(uri: string): readonly string[] {
    const text = this.texts.openText(uri);
    const stored = text && this.store.plansIn(text);
    return stored?.plans.flatMap((plan) => plan.document.declared.plan ?? []) ?? [];
  }

  async diagnostics(uri: string, cancellation?: Cancellation): Promise<readonly Diagnostic[]> {
    if (!this.settings.enable) return [];
    const stored = await this.store.plansOf(uri);
    if (!stored) return [];
    if (!('plans' in stored)) return [unreadable(stored)];
    const judgement = await this.judge.judge(stored, this.settings, cancellation);
    const diagnostics = judgement ? this.judged(judgement).map(({ diagnostic }) => diagnostic) : [];
    return cap(diagnostics, this.settings.maxProblems);
  }

  private judged({ problems, stored }: Judgement): readonly Judged[] {
    const { document } = stored.text;
    const documentOf = this.documentsOf(stored);
    return problems.map((problem) => ({ problem, diagnostic: toDiagnostic(problem, document, documentOf) }));
  }

  /** Documents of the bundle that are in memory: those whose plans were just read. */
  private documentsOf(stored: StoredPlans): (uri: string) => TextDocument | undefined {
    return (uri) => (uri === stored.text.document.uri ? stored.text.document : this.texts.inMemory(uri)?.document);
  }

  async codeActions(
    uri: string,
    range: Range,
    only: readonly string[],
    cancellation?: Cancellation,
  ): Promise<readonly CodeAction[]> {
    const stored = this.settings.enable ? await this.store.plansOf(uri) : undefined;
    if (!stored || !('plans' in stored)) return [];
    const judgement = await this.judge.judge(stored, this.settings, cancellation);
    if (!judgement) return [];
    const context = this.fixContext(judgement);
    const judged = this.judged(judgement);
    const wanted = (kind: string): boolean =>
      only.length === 0 || only.some((prefix) => kind === prefix || kind.startsWith(`${prefix}.`));
    return [
      ...(wanted('quickfix') ? quickFixes(judged, range, context) : []),
      ...(wanted('quickfix') ? this.suppressions(judged, range, stored) : []),
      ...(wanted('source.fixAll') && only.length > 0 ? fixAll(judged, context) : []),
      ...(wanted('refactor.rewrite') || wanted('refactor.extract')
        ? (await this.refactorings(uri, range, context)).filter(({ kind }) => wanted(kind))
        : []),
    ];
  }

  private async refactorings(uri: string, { start }: Range, fixes: FixContext): Promise<readonly CodeAction[]> {
    const context = this.settings.refactorings.enable ? await this.context(uri) : undefined;
    if (!context) return [];
    const place = placeAt(context, start);
    const { bundle, today } = context;
    const { options } = await this.policies.of(uri);
    return refactorings(place, { plan: place.plan, bundle, today, options }, fixes);
  }

  private suppressions(judged: readonly Judged[], range: Range, { text, plans }: StoredPlans): readonly CodeAction[] {
    const documents = mapped(plans, ({ document }) => document);
    return suppressions(judged, range, { document: text.document, documents, isRule });
  }

  private fixContext({ stored, bundle }: Judgement): FixContext {
    const { document } = stored.text;
    return { document, documentOf: this.documentsOf(stored), writerOf: editWritersFor(bundle) };
  }

  async context(uri: string, beforeAdoption = false): Promise<PlanContext | undefined> {
    const stored = this.settings.enable ? await this.store.plansOf(uri) : undefined;
    if (!stored || !('plans' in stored)) return undefined;
    const adoption = await this.judge.adoptionOf(stored, this.settings);
    if (adoption === 'off' || (adoption === 'offered' && !beforeAdoption)) return undefined;
    return {
      ...(adoption === 'offered' ? { beforeAdoption: true } : {}),
      document: stored.text.document,
      plans: stored.plans,
      bundle: await this.store.bundleOf(stored),
      documentOf: this.documentsOf(stored),
      today: this.host.now(),
      settings: this.settings,
    };
  }

  filesAt(paths: PathsOfPlans): Promise<NamedFiles> {
    return this.store.filesAt(paths);
  }

  async *planFiles(): AsyncGenerator<PlanFile> {
    if (!this.settings.enable) return;
    for (const uri of await this.store.planUris()) {
      const stored = await this.store.plansOf(uri);
      if (!stored || !('plans' in stored) || stored.file.kind === 'policy') continue;
      if ((await this.judge.adoptionOf(stored, this.settings)) === 'adopted')
        yield { document: stored.text.document, plans: stored.plans };
    }
  }

  foundPlans(): Promise<FoundPlans> {
    return this.store.found();
  }

  release(uri: string): void {
    this.store.release(uri);
  }

  surroundings(uri: string): Surroundings {
    return surroundingsOf(uri, this.store.workspaceRoots, this.host);
  }

  rules(): readonly RuleInfo[] {
    return RULES.map(ruleInfo);
  }
}

function unreadable(result: Extract<ReadResult, { ok: false }>): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: 'error',
    code: 'unreadable-file',
    message: l10n.t`This file ${result.message}.`,
    fixable: false,
    related: [],
  };
}
