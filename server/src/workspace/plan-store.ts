/** From texts to plans, each text read once, and from plans to the bundles that they are judged in. */
import type { Bundle } from '../lint/bundle.ts';
import { LintMemory } from '../lint/memory.ts';
import { type NamedFiles, NO_FILES } from '../lint/named-files.ts';
import { type Adoption, adoption } from '../model/markdown/adoption.ts';
import { newEditingCaches, newPlanCaches, type Plan, type PlanCaches, readPlans } from '../model/plan/plan.ts';
import { readEverything } from '../model/plan/reads.ts';
import type { DocumentKind } from '../model/plan-document.ts';
import type { LiveSource } from '../model/source.ts';
import type { NonEmpty } from '../util/non-empty.ts';
import type { Host, ReadResult, Settings } from './host.ts';
import { NamedFileReader, type PathsOfPlans } from './named-files.ts';
import { bundleFolder, folderOf, forcedFile, type PlanFile, planFile } from './plan-files.ts';
import { PlanFolders } from './plan-folders.ts';
import { type FoundPlans, PlanSearch } from './plan-search.ts';
import type { Policies } from './policies.ts';
import { includedFile, isIgnored, type Policy } from './policy.ts';
import { isText, type Text, type Texts } from './texts.ts';

export interface StoredPlans {
  readonly text: Text;
  readonly file: PlanFile;
  readonly plans: NonEmpty<Plan>;
}

/** What a text was read as, at which version and under which policy. */
interface Read {
  readonly version: number;
  readonly policy: Policy;
  readonly stored: StoredPlans | undefined;
}

/** A text and what was made of it, for as long as it is the same file, read in the same way. */
interface Reading {
  readonly source: LiveSource;
  readonly isOpen: boolean;
  readonly caches: PlanCaches;
  readonly memories: LintMemory[];
}

export class PlanStore {
  private readonly read = new WeakMap<object, Read>();
  private readonly readings = new Map<string, Reading>();
  private roots: readonly string[] = [];
  private readonly texts: Texts;
  private readonly policies: Policies;
  private readonly forced: DocumentKind | undefined;
  private readonly named: NamedFileReader;
  private readonly search: PlanSearch;
  private readonly folders: PlanFolders;

  /** `forced`: every text is read as this, whatever its name. */
  constructor(host: Host, texts: Texts, policies: Policies, forced?: DocumentKind) {
    this.texts = texts;
    this.policies = policies;
    this.forced = forced;
    this.named = new NamedFileReader(host, texts);
    this.search = new PlanSearch(host, texts, (text) => [...planNames(this.plansIn(text))]);
    this.folders = new PlanFolders(host, texts, policies);
  }

  setRoots(roots: readonly string[], found?: FoundPlans): void {
    this.roots = roots;
    this.search.setRoots(roots, found);
  }

  get workspaceRoots(): readonly string[] {
    return this.roots;
  }

  /** A file came, went or changed. */
  forget(uri: string): void {
    this.texts.forget(uri);
    this.search.forget(uri);
  }

  /** What was read of a file is not kept. It can be read again. */
  release(uri: string): void {
    const text = this.texts.inMemory(uri);
    if (text) this.read.delete(text.document);
    this.readings.delete(uri);
    this.named.release(uri);
  }

  /** The editor has given a text back to the disk. */
  closed(uri: string): void {
    this.release(uri);
    this.search.changed(uri);
  }

  /** Whether a plan, or another of its bundle, names the file by path. */
  names(plan: string, file: string): boolean {
    return this.named.looksAt(plan, file);
  }

  filesAt(paths: PathsOfPlans): Promise<NamedFiles> {
    return this.named.at(paths, this.roots);
  }

  /** The plans in a text that is already here; nothing where it is no plan. */
  plansIn(text: Text): StoredPlans | undefined {
    const { document } = text;
    const known = this.read.get(document);
    const policy = this.policies.known(document.uri);
    if (known?.version === document.version && known.policy === policy) return known.stored;
    const file = this.fileOf(text, policy);
    const stored = file && { text, file, plans: this.readNow(text, file, policy) };
    this.read.set(document, { version: document.version, policy, stored });
    return stored;
  }

  private fileOf({ document, languageId }: Text, policy: Policy): PlanFile | undefined {
    const { uri } = document;
    if (this.forced) return forcedFile(uri, this.forced);
    if (isIgnored(uri, policy)) return undefined;
    return planFile(document, languageId) ?? includedFile(uri, policy);
  }

  /** What the rules remember of a text that is being edited. */
  memoryOf({ text, plans }: StoredPlans, plan: Plan): { readonly memory?: LintMemory } {
    const { uri } = text.document;
    const memories = this.texts.openText(uri) && this.readings.get(uri)?.memories;
    if (!memories) return {};
    const at = plans.indexOf(plan);
    memories[at] ??= new LintMemory();
    return { memory: memories[at] };
  }

  private readNow({ document }: Text, { syntax, kind }: PlanFile, { headings }: Policy): NonEmpty<Plan> {
    const { uri } = document;
    const text = document.getText();
    let reading = this.readings.get(uri);
    const isOpen = this.texts.openText(uri) !== undefined;
    if (reading?.source.syntax !== syntax || reading.source.headings !== headings || reading.isOpen !== isOpen) {
      const caches = isOpen ? newEditingCaches() : newPlanCaches();
      reading = { source: { uri, syntax, text, reading: 0, headings }, isOpen, caches, memories: [] };
      this.readings.set(uri, reading);
    }
    reading.source.text = text;
    reading.source.reading++;
    return readPlans(reading.source, kind, reading.caches);
  }

  async plansOf(uri: string): Promise<StoredPlans | Extract<ReadResult, { ok: false }> | undefined> {
    const text = await this.texts.get(uri);
    if (!isText(text)) return text;
    await this.policies.of(uri);
    return this.plansIn(text);
  }

  /** The artifacts that belong to a plan, itself first. */
  async bundleOf(stored: StoredPlans): Promise<Bundle> {
    const own = stored.text.document.uri;
    if (stored.file.kind === 'policy') return { plans: stored.plans, files: NO_FILES };
    const plans = [...stored.plans];
    const silent: Plan[] = [];
    const neighbours = this.neighbours(own, planNames(stored));
    // While the disk answers.
    this.named.prepare(plans);
    for (const uri of await neighbours) {
      const other = await this.plansOf(uri);
      for (const plan of other && 'plans' in other ? other.plans : [])
        (plan.document.declared.off ? silent : plans).push(plan);
    }
    const files = await this.named.read(own, plans, this.roots);
    return {
      plans,
      // What is in other files is nothing that an edit of the plan could tell of.
      get silent() {
        readEverything();
        return silent;
      },
      get files() {
        readEverything();
        return files;
      },
    };
  }

  /** URIs of the other files of the bundle: same folder and prefix, or anywhere below the roots with the same `plan:`. */
  private async neighbours(uri: string, names: ReadonlySet<string>): Promise<readonly string[]> {
    const near = await this.folders.alike(bundleFolder(uri), uri);
    const found = new Set(near.filter((other) => other !== uri));
    if (names.size === 0) return [...found];
    for (const other of await this.search.filesNaming(names)) {
      if (other === uri || found.has(other)) continue;
      const stored = await this.plansOf(other);
      if (stored && 'plans' in stored && [...planNames(stored)].some((name) => names.has(name))) found.add(other);
    }
    return [...found];
  }

  /** Every file that may hold plans: what is open, then what a plan's name fits below the roots. */
  async planUris(): Promise<ReadonlySet<string>> {
    return new Set([...this.texts.openUris(), ...(await this.search.files())]);
  }

  /** What was found below the roots, for a store in another thread. */
  found(): Promise<FoundPlans> {
    return this.search.found();
  }

  async adoptionOf(stored: StoredPlans, settings: Settings): Promise<Adoption> {
    if (this.forced) return 'adopted';
    const [{ document }] = stored.plans;
    const uri = stored.text.document.uri;
    const isSure = stored.file.syntax === 'yaml' || includedFile(uri, this.policies.known(uri));
    if (isSure) return document.declared.off ? 'off' : 'adopted';
    const alone = adoption(document, { setting: settings.adopt, hasSiblings: false });
    if (alone !== 'offered' || settings.adopt !== 'auto') return alone;
    return adoption(document, { setting: settings.adopt, hasSiblings: await this.hasAdoptedSibling(uri, settings) });
  }

  /** A YAML plan or another adopted artifact in the same folder. */
  private async hasAdoptedSibling(uri: string, settings: Settings): Promise<boolean> {
    for (const other of await this.folders.alike(folderOf(uri), uri)) {
      if (other === uri) continue;
      const stored = await this.plansOf(other);
      if (!stored || !('plans' in stored)) continue;
      const [{ document }] = stored.plans;
      const alone = adoption(document, { setting: settings.adopt, hasSiblings: false });
      if (document.kind === 'plan' || alone === 'adopted') return true;
    }
    return false;
  }
}

function planNames(stored: StoredPlans | undefined): ReadonlySet<string> {
  return new Set(stored?.plans.flatMap((plan) => plan.document.declared.plan ?? []));
}
