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
      const declared = declaringLists(plan, kind);
      const freeIds = new FreeIds(declared);
      for (const item of declared) {
        const { id } = item;
        if (!id) continue;
        const first = seen.get(id.value);
        if (!first?.id) {
          seen.set(id.value, item);
          continue;
        }
        if (first.node === item.node) continue;
        const free = freeIds.like(id.value);
        yield finding(
          id.node.span,
          l10n.t`Two ${kind}s are called "${id.value}", so a reference to it can mean either. Give each an id of its own.`,
          [
            {
              title: l10n.t`Rename this one to "${free}"`,
              edits: [{ kind: 'write', node: id.node, value: free }],
              preferred: true,
            },
          ],
          [{ span: first.id.node.span, message: l10n.t`The other ${kind} "${id.value}".` }],
        );
      }
    }
  },
});

/** Ids that nobody has: `canary-2` for a second `canary`. */
class FreeIds {
  private readonly taken: ReadonlySet<string | undefined>;
  private readonly numbers = new Map<string, number>();

  constructor(declared: ReturnType<typeof declaringLists>) {
    this.taken = new Set(declared.map((item) => item.id?.value));
  }

  like(id: string): string {
    const stem = id.replace(/-\d+$/, '');
    let number = this.numbers.get(stem) ?? 2;
    while (this.taken.has(`${stem}-${number}`)) number++;
    this.numbers.set(stem, number);
    return `${stem}-${number}`;
  }
}
