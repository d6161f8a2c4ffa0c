import * as l10n from '@vscode/l10n';
import { type DeclaredKind, declaringLists } from '../../lint/bundle.ts';
import { defineRule, finding } from '../../lint/rule.ts';

const KINDS: readonly DeclaredKind[] = ['stage', 'step', 'metric', 'flag', 'backup'];

/** Two stages, steps, metrics, flags or backups of one name: references to it mean nobody knows which. */
export const duplicateId = defineRule({
  id: 'duplicate-id',
  group: 'structure',
  severity: 'error',
  fixable: true,
  *check({ plan }) {
    for (const kind of KINDS) {
      const seen = new Map<string, ReturnType<typeof declaringLists>[number]>();
      for (const item of declaringLists(plan, kind)) {
        const id = item.id?.value;
        const first = id === undefined ? undefined : seen.get(id);
        if (id === undefined || !item.id) continue;
        if (!first?.id) {
          seen.set(id, item);
          continue;
        }
        if (first.node === item.node) continue;
        const free = nextFree(id, plan, kind);
        yield finding(
          item.id.node.span,
          l10n.t`Two ${kind}s are called "${id}", so a reference to it can mean either. Give each an id of its own.`,
          [
            {
              title: l10n.t`Rename this one to "${free}"`,
              edits: [{ kind: 'write', node: item.id.node, value: free }],
              preferred: true,
            },
          ],
          [{ span: first.id.node.span, message: l10n.t`The other ${kind} "${id}".` }],
        );
      }
    }
  },
});

function nextFree(id: string, plan: Parameters<typeof declaringLists>[0], kind: DeclaredKind): string {
  const taken = new Set(declaringLists(plan, kind).map((item) => item.id?.value));
  const stem = id.replace(/-\d+$/, '');
  for (let number = 2; ; number++) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}
