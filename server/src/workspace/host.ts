/** All that the engine may ask of the world. The editor, the command line and the tests each bring their own. */

export type ReadResult =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly reason: 'missing' | 'not-utf8' | 'binary' | 'too-large' | 'unreadable' | 'folder';
      readonly message: string;
    };

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** What stands at a place. `unknown`: nobody may look, or a link leads out of where one may look. */
export type Probe =
  | { readonly kind: 'file'; readonly size: number }
  | { readonly kind: 'folder' | 'missing' | 'unknown' };

export interface Host {
  /** The text of a file on disk. Never throws: what cannot be read says why. */
  read(uri: string): Promise<ReadResult>;
  /** What a folder holds, sorted by name; nothing where it cannot be read. */
  list(uri: string): Promise<readonly FolderEntry[]>;
  /** What stands at a place below `root`. Links that lead out of `root` are not followed. */
  probe(uri: string, root: string): Promise<Probe>;
  /** A file came, went or changed: what was seen of it and of its folder does not hold any more. */
  forget(uri: string): void;
  /** Today as `YYYY-MM-DD`: dates in plans are judged from it. */
  now(): string;
  log(level: 'error' | 'warning' | 'info', message: string): void;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** How people want to be spoken to. The editor's settings or the command line's flags, already checked. */
export interface Settings {
  readonly enable: boolean;
  /** Which Markdown files with common names count as artifacts. */
  readonly adopt: 'auto' | 'always' | 'frontMatter';
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Diagnostics of one file; the last one says how many are left out. */
  readonly maxProblems: number;
  /** What is told of Markdown artifacts: everything, or nothing below this severity. */
  readonly markdown: { readonly strictness: 'full' | 'warnings' | 'errors' };
  readonly completion: { readonly enable: boolean };
  readonly hover: { readonly enable: boolean };
  readonly inlayHints: Switches<'inheritedCriteria' | 'elapsedTime' | 'exposedShare' | 'computedEnd'>;
  readonly codeLens: Switches<'stages' | 'references' | 'rehearsal'>;
  readonly semanticTokens: { readonly enable: boolean };
  readonly documentLinks: { readonly enable: boolean };
  readonly onType: { readonly enable: boolean };
  readonly refactorings: { readonly enable: boolean };
}

export type Switches<K extends string> = Readonly<Record<K, boolean>>;

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  adopt: 'auto',
  rules: {},
  maxProblems: 500,
  markdown: { strictness: 'full' },
  completion: { enable: true },
  hover: { enable: true },
  inlayHints: { inheritedCriteria: true, elapsedTime: true, exposedShare: true, computedEnd: true },
  codeLens: { stages: true, references: true, rehearsal: true },
  semanticTokens: { enable: true },
  documentLinks: { enable: true },
  onType: { enable: true },
  refactorings: { enable: true },
};
