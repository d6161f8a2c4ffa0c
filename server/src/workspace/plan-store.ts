/** From texts to plans, each text read once, and from plans to the bundles that they are judged in. */
import type { Bundle } from '../lint/bundle.ts';
import { LintMemory } from '../lint/memory.ts';
import { type NamedFiles, NO_FILES } from '../lint/named-files.ts';
import { type Adoption, adoption } from '../model/markdown/adoption.ts';
import { newPlanCaches, type Plan, type PlanCaches, readPlans } from '../model/plan/plan.ts';
import { readEverything } from '../model/plan/reads.ts';
import type { DocumentKind } from '../model/plan-document.ts';
import type { LiveSource } from '../model/source.ts';
import type { Host, ReadResult, Settings } from './host.ts';
import { NamedFileReader, type PathsOfPlans } from './named-files.ts';
import {
  bundleFolder,
  bundlePrefix,
  fileNameOf,
  folderOf,
  forcedFile,
  isPlanName,
  type PlanFile,
  planFile,
  RECORD_FOLDERS,
} from './plan-files.ts';
import type { Policies } from './policies.ts';
import { includedFile, isIgnored, type Policy } from './policy.ts';
import { filesBelow } from './search.ts';
import { isText, type Text, type Texts } from './texts.ts';

export interface StoredPlans {
  readonly text: Text;
  readonly file: PlanFile;
  readonly plans: readonly Plan[];
}

/** A workspace is searched for the artifacts of a named plan up to this many folders. */
const MAX_FOLDERS = 2000;

/** What a text was read as, at which version and under which policy. */
interface Read {
  readonly version: number;
  readonly policy: Policy;
  readonly stored: StoredPlans | undefined;
}

export class PlanStore {
  private readonly read = new WeakMap<object, Read>();
  private readonly readings = new Map<
    string,
    { readonly source: LiveSource; readonly caches: PlanCaches; readonly memories: LintMemory[] }
  >();
  private searched: Promise<readonly string[]> | undefined;
  private roots: readonly string[] = [];
  private readonly host: Host;
  private readonly texts: Texts;
  private readonly policies: Policies;
  private readonly forced: DocumentKind | undefined;
  private readonly named: NamedFileReader;

  /** `forced`: every text is read as this, whatever its name. */
  constructor(host: Host, texts: Texts, policies: Policies, forced?: DocumentKind) {
    this.host = host;
    this.texts = texts;
    this.policies = policies;
    this.forced = forced;
    this.named = new NamedFileReader(host, texts);
  }

  setRoots(roots: readonly string[]): void {
    this.roots = roots;
    this.searched = undefined;
  }

  get workspaceRoots(): readonly string[] {
    return this.roots;
  }

  /** A file came, went or changed. */
  forget(uri: string): void {
    this.texts.forget(uri);
    if (isPlanName(fileNameOf(uri))) this.searched = undefined;
  }

  release(uri: string): void {
    this.readings.delete(uri);
    this.named.release(uri);
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
    return planFile(uri, languageId, document.getText()) ?? includedFile(uri, policy);
  }

  /** What the rules remember of a text that is being edited. */
  memoryOf({ text, file, plans }: StoredPlans, plan: Plan): { readonly memory?: LintMemory } {
    const { uri } = text.document;
    const memories = this.texts.openText(uri) && this.readings.get(uri)?.memories;
    // In prose also the words around the values count, which the views do not report.
    if (!memories || file.syntax !== 'yaml') return {};
    const at = plans.indexOf(plan);
    memories[at] ??= new LintMemory();
    return { memory: memories[at] };
  }

  private readNow({ document }: Text, { syntax, kind }: PlanFile, { headings }: Policy): readonly Plan[] {
    const { uri } = document;
    const text = document.getText();
    let reading = this.readings.get(uri);
    if (reading?.source.syntax !== syntax || reading.source.headings !== headings) {
      reading = { source: { uri, syntax, text, reading: 0, headings }, caches: newPlanCaches(), memories: [] };
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
    for (const uri of await this.neighbours(own, planNames(stored))) {
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
    const near = await this.inFolder(bundleFolder(uri), uri);
    const found = new Set(near.filter((other) => other !== uri));
    if (names.size === 0) return [...found];
    for (const other of await this.allPlanFiles()) {
      if (other === uri || found.has(other)) continue;
      const stored = await this.plansOf(other);
      if (stored && 'plans' in stored && [...planNames(stored)].some((name) => names.has(name))) found.add(other);
    }
    return [...found];
  }

  private async inFolder(folder: string, uri: string): Promise<readonly string[]> {
    const prefix = bundlePrefix(fileNameOf(uri));
    const entries = await this.host.list(folder);
    const found = this.texts.openUris().filter((open) => bundleFolder(open) === folder && this.mayBePlan(open));
    for (const entry of entries) {
      const path = `${folder}/${encodeURIComponent(entry.name)}`;
      if (entry.kind === 'file' && this.mayBePlan(path)) found.push(path);
      if (entry.kind === 'folder' && RECORD_FOLDERS.includes(entry.name))
        for (const record of await this.host.list(path)) found.push(`${path}/${encodeURIComponent(record.name)}`);
    }
    return [...new Set(found)].filter((other) => belongs(other, prefix));
  }

  /** Every file that may hold plans: what is open, then what a plan's name fits below the roots. */
  async planUris(): Promise<ReadonlySet<string>> {
    return new Set([...this.texts.openUris(), ...(await this.allPlanFiles())]);
  }

  private mayBePlan(uri: string): boolean {
    return isPlanName(fileNameOf(uri)) || includedFile(uri, this.policies.known(uri)) !== undefined;
  }

  /** Every file below the roots that a plan's name fits. Searched once, until a file comes or goes. */
  private allPlanFiles(): Promise<readonly string[]> {
    this.searched ??= this.search();
    return this.searched;
  }

  private async search(): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const { uri, name } of filesBelow(this.host, this.roots, MAX_FOLDERS))
      if (isPlanName(name)) found.push(uri);
    return found;
  }

  async adoptionOf(stored: StoredPlans, settings: Settings): Promise<Adoption> {
    if (this.forced) return 'adopted';
    const document = stored.plans[0]?.document;
    const uri = stored.text.document.uri;
    const isSure = stored.file.syntax === 'yaml' || includedFile(uri, this.policies.known(uri));
    if (!document || isSure) return document?.declared.off ? 'off' : 'adopted';
    const alone = adoption(document, { setting: settings.adopt, hasSiblings: false });
    if (alone !== 'offered' || settings.adopt !== 'auto') return alone;
    return adoption(document, { setting: settings.adopt, hasSiblings: await this.hasAdoptedSibling(uri, settings) });
  }

  /** A YAML plan or another adopted artifact in the same folder. */
  private async hasAdoptedSibling(uri: string, settings: Settings): Promise<boolean> {
    for (const other of await this.inFolder(folderOf(uri), uri)) {
      if (other === uri) continue;
      const stored = await this.plansOf(other);
      if (!stored || !('plans' in stored)) continue;
      const document = stored.plans[0]?.document;
      if (
        document &&
        (document.kind === 'plan' || adoption(document, { setting: settings.adopt, hasSiblings: false }) === 'adopted')
      )
        return true;
    }
    return false;
  }
}

function planNames(stored: StoredPlans): ReadonlySet<string> {
  return new Set(stored.plans.flatMap((plan) => plan.document.declared.plan ?? []));
}

function belongs(uri: string, prefix: string): boolean {
  return RECORD_FOLDERS.includes(fileNameOf(folderOf(uri))) || bundlePrefix(fileNameOf(uri)) === prefix;
}
