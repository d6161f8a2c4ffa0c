import * as l10n from '@vscode/l10n';
import { declarationsFor, declaredByMention } from '../../lint/bundle.ts';
import { cleanUpIfMissing, newFlag } from '../../lint/flags.ts';
import { addTo } from '../../lint/proposals.ts';
import { referencesIn } from '../../lint/references.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import type { PlanEdit } from '../../model/edit.ts';
import type { ScalarNode } from '../../model/located.ts';
import { idFor } from '../../model/notation.ts';
import { nearest } from '../../model/schema/nearest.ts';
import { addToGroup } from '../../util/groups.ts';

/** A flag that a step or a stage turns is one that the plan declares. */
export const flagUndefined = defineRule({
  id: 'flag-undefined',
  group: 'flags',
  severity: 'error',
  fixable: true,
  *check(context) {
    const { plan, bundle } = context;
    if (declaredByMention(plan, bundle, 'flag')) return;
    const declared = declarationsFor(plan, bundle, 'flag');
    const undeclared = undeclaredIn(context, declared);
    const [first, ...others] = undeclared;
    // A plan without any declaration has made one mistake, not one for each flag.
    if (first && others.length > 0 && declared.size === 0) {
      const message = l10n.t(
        'The plan turns flags and declares none, so nobody knows what they guard, who owns them and when they go. Declare them under `flags`.',
      );
      yield finding(first[1][0].span, message, [declareAll(undeclared, context)]);
      return;
    }
    for (const [id, nodes] of undeclared) {
      const near = nearest(id, declared.keys());
      const message = l10n.t`The flag "${id}" is declared nowhere, so nobody knows what it guards, who owns it and when it goes. Declare it under \`flags\`, or name one that is there.`;
      yield finding(nodes[0].span, message, [
        ...(near ? [referTo(near, nodes)] : []),
        { ...declare(id, nodes, context), preferred: !near },
      ]);
    }
  },
});

type Nodes = readonly [ScalarNode, ...ScalarNode[]];
type Undeclared = readonly (readonly [id: string, nodes: Nodes])[];

/** A declaration that is missing is one mistake, however often it is referred to. Prose is no name. */
function undeclaredIn({ plan }: RuleContext, declared: ReadonlyMap<string, unknown>): Undeclared {
  const found = new Map<string, [ScalarNode, ...ScalarNode[]]>();
  for (const node of new Set(referencesIn(plan, 'flag'))) {
    const id = String(node.value);
    if (declared.has(id) || /\s/.test(id.trim())) continue;
    addToGroup(found, id, node);
  }
  return [...found];
}

function referTo(id: string, nodes: Nodes): Fix {
  return { title: `Write "${id}"`, edits: rename(nodes, id), preferred: true };
}

function declare(id: string, nodes: Nodes, context: RuleContext): Fix {
  const name = nameFor(id);
  return {
    title: l10n.t`Declare the flag "${name}"`,
    edits: [
      addTo(context, 'flags', newFlag(name, context)),
      ...(name === id ? [] : rename(nodes, name)),
      ...cleanUpIfMissing([name], undefined, context),
    ],
  };
}

function declareAll(undeclared: Undeclared, context: RuleContext): Fix {
  const names = undeclared.map(([id]) => nameFor(id));
  const value = names.map((name) => newFlag(name, context));
  return {
    title: l10n.t`Declare ${names.map((name) => `"${name}"`).join(', ')}`,
    edits: [
      { kind: 'set', parent: context.plan.document.root, key: 'flags', value },
      ...undeclared.flatMap(([id, nodes]) => (nameFor(id) === id ? [] : rename(nodes, nameFor(id)))),
      ...cleanUpIfMissing(names, undefined, context),
    ],
    preferred: true,
  };
}

function nameFor(id: string): string {
  return idFor(id, 'flag');
}

function rename(nodes: Nodes, id: string): PlanEdit[] {
  return nodes.map((node) => ({ kind: 'write', node, value: id }));
}
