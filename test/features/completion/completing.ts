/** Completion without a server in between: for laws that ask at thousands of places. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../../../server/src/features/completion/complete.ts';
import type { Completion } from '../../../server/src/features/completion/types.ts';
import type { Position } from '../../../server/src/features/types.ts';
import { lint } from '../../../server/src/lint/engine.ts';
import { NO_FILES } from '../../../server/src/lint/named-files.ts';
import type { Problem } from '../../../server/src/lint/rule.ts';
import { markdownKind } from '../../../server/src/model/markdown/adoption.ts';
import { newPlanCaches, readPlans } from '../../../server/src/model/plan/plan.ts';
import type { DocumentKind } from '../../../server/src/model/plan-document.ts';
import type { Source } from '../../../server/src/model/source.ts';
import { rulesFor } from '../../../server/src/rules/index.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/workspace/host.ts';
import { surroundingsOf } from '../../../server/src/workspace/surroundings.ts';
import { memoryHost } from '../../support/memory-host.ts';

const TODAY = '2026-11-21';

export class Typing {
  private readonly uri: string;

  constructor(readonly name: string) {
    this.uri = `file:///bundle/${name}`;
  }

  /** What is offered in a text at an offset. */
  at(text: string, offset: number): Promise<readonly Completion[]> {
    const document = TextDocument.create(this.uri, '', 1, text);
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
    const surroundings = surroundingsOf(this.uri, ['file:///bundle'], memoryHost({}));
    return complete(context, document.positionAt(offset), surroundings);
  }

  offsetOf(text: string, position: Position): number {
    return TextDocument.create(this.uri, '', 1, text).offsetAt(position);
  }

  /** The text with an offer taken. */
  take(text: string, { edit }: Completion): string {
    return TextDocument.applyEdits(TextDocument.create(this.uri, '', 1, text), [edit]);
  }

  /** Mistakes of syntax and against the schema. */
  mistakes(text: string): readonly string[] {
    return this.read(text).flatMap(({ document, schemaProblems }) =>
      [...document.problems, ...schemaProblems].map(({ message }) => message),
    );
  }

  /** What rules that find errors say of it. */
  errors(text: string): readonly Problem[] {
    const plans = this.read(text);
    const bundle = { plans, files: NO_FILES };
    return plans.flatMap((plan) => {
      const context = { plan, bundle, today: TODAY, options: new Map() };
      const rules = rulesFor(plan).filter(({ severity }) => severity === 'error');
      const work = lint(context, rules, { severities: {}, adoption: 'adopted', maxProblems: 500 });
      for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
    });
  }

  private read(text: string) {
    const kind: DocumentKind = markdownKind(this.name) ?? 'plan';
    const source: Source = { uri: this.uri, syntax: this.name.endsWith('.md') ? 'markdown' : 'yaml', text };
    return readPlans(source, kind, newPlanCaches());
  }
}
