import * as l10n from '@vscode/l10n';
import { declarationsFor, declaredByMention } from '../../lint/bundle.ts';
import { referencesIn } from '../../lint/references.ts';
import { defineRule, type Fix, finding } from '../../lint/rule.ts';
import type { ScalarNode } from '../../model/located.ts';
import { isId, parseDate, parseDuration, suggestId } from '../../model/notation.ts';
import { nearest } from '../../model/schema/nearest.ts';

/** A step that is named is there. */
export const unknownStepReference = defineRule({
  id: 'unknown-step-reference',
  group: 'migration',
  severity: 'error',
  fixable: true,
  *check({ plan, bundle }) {
    // The artifact that holds the steps may be elsewhere.
    if (declaredByMention(plan, bundle, 'step')) return;
    const declared = declarationsFor(plan, bundle, 'step');
    const names = new Set(Array.from(declared.values(), ({ item }) => slugOf((item as { title?: object }).title)));
    for (const node of new Set(referencesIn(plan, 'step'))) {
      const id = String(node.value);
      if (declared.has(id) || names.has(id) || !isName(node.text)) continue;
      const message = l10n.t`There is no step "${id}". Whoever waits for it waits for nothing, and a rollback that counts on it ends at the wrong place: name a step that is there.`;
      yield finding(node.span, message, fixes(node, id, declared.keys()));
    }
  },
});

function slugOf(title: object | undefined): string | undefined {
  return title && suggestId(String(title));
}

/** Prose, a day or a time is no name of a step. */
function isName(text: string): boolean {
  return isId(text) && parseDuration(text) === undefined && parseDate(text) === undefined;
}

function fixes(node: ScalarNode, id: string, declared: Iterable<string>): Fix[] {
  const near = nearest(id, declared);
  return near ? [{ title: `Write "${near}"`, edits: [{ kind: 'write', node, value: near }], preferred: true }] : [];
}
