/** Completion without a server in between: for laws that ask at thousands of places. */
import { createHash } from 'node:crypto';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../../../server/src/features/completion/complete.ts';
import type { Completion } from '../../../server/src/features/completion/types.ts';
import type { Position } from '../../../server/src/features/types.ts';
import { lint } from '../../../server/src/lint/engine.ts';
import { LintMemory } from '../../../server/src/lint/memory.ts';
import { NO_FILES } from '../../../server/src/lint/named-files.ts';
import { markdownKind } from '../../../server/src/model/markdown/adoption.ts';
import { newEditingCaches, type Plan, readPlans } from '../../../server/src/model/plan/plan.ts';
import type { DocumentKind } from '../../../server/src/model/plan-document.ts';
import type { LiveSource } from '../../../server/src/model/source.ts';
import { rulesFor } from '../../../server/src/rules/index.ts';
import type { NonEmpty } from '../../../server/src/util/non-empty.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/workspace/host.ts';
import { surroundingsOf } from '../../../server/src/workspace/surroundings.ts';
import { memoryHost } from '../../support/memory-host.ts';

const TODAY = '2026-11-21';

/** What is wrong in a text, in words. */
export interface Verdict {
  /** Of syntax and against the schema. */
  readonly mistakes: readonly string[];
  /** What rules that find errors say. Of what cannot be read they do not speak. */
  readonly errors: readonly { readonly rule: string; readonly message: string }[];
}

/** A file in an editor, of which only what was touched is read again. */
export class Typing {
  private readonly source: LiveSource;
  private readonly kind: DocumentKind;
  private readonly caches = newEditingCaches();
  private readonly memories: LintMemory[] = [];
  private readonly verdicts = new Map<string, Verdict>();

  constructor(name: string) {
    this.kind = markdownKind(name) ?? 'plan';
    const syntax = name.endsWith('.md') ? 'markdown' : 'yaml';
    this.source = { uri: `file:///bundle/${name}`, syntax, text: '', reading: 0 };
  }

  /** What is offered in a text at an offset. */
  at(text: string, offset: number): Promise<readonly Completion[]> {
    const document = this.document(text);
    const plans = this.read(text);
    const bundle = { plans, files: NO_FILES };
    const context = {
      document,
      plans,
      bundle,
      documentOf: () => undefined,
      today: TODAY,
      settings: DEFAULT_SETTINGS,
    };
    const surroundings = surroundingsOf(document.uri, ['file:///bundle'], memoryHost({}));
    return complete(context, document.positionAt(offset), surroundings);
  }

  offsetOf(text: string, position: Position): number {
    return this.document(text).offsetAt(position);
  }

  /** The text with an offer taken. */
  take(text: string, { edit }: Completion): string {
    return TextDocument.applyEdits(this.document(text), [edit]);
  }

  /** What is taken at neighbouring places often makes the same text. */
  judge(text: string): Verdict {
    const key = createHash('sha1').update(text).digest('base64');
    const verdict = this.verdicts.get(key) ?? this.judgeAnew(text);
    this.verdicts.set(key, verdict);
    return verdict;
  }

  private judgeAnew(text: string): Verdict {
    const plans = this.read(text);
    const mistakes = plans.flatMap(({ document, schemaProblems }) =>
      [...document.problems, ...schemaProblems].map(({ message }) => message),
    );
    const errors = mistakes.length > 0 ? [] : plans.flatMap((plan, at) => this.errors(plan, at, plans));
    return { mistakes, errors };
  }

  private errors(plan: Plan, at: number, plans: readonly Plan[]): Verdict['errors'] {
    const context = { plan, bundle: { plans, files: NO_FILES }, today: TODAY, options: new Map() };
    const rules = rulesFor(plan).filter(({ severity }) => severity === 'error');
    this.memories[at] ??= new LintMemory();
    const memory = this.memories[at];
    const work = lint(context, rules, { severities: {}, adoption: 'adopted', maxProblems: 500, memory });
    for (let next = work.next(); ; next = work.next())
      if (next.done) return next.value.map(({ rule, message }) => ({ rule, message }));
  }

  private document(text: string): TextDocument {
    return TextDocument.create(this.source.uri, '', 1, text);
  }

  private read(text: string): NonEmpty<Plan> {
    this.source.text = text;
    this.source.reading++;
    return readPlans(this.source, this.kind, this.caches);
  }
}
