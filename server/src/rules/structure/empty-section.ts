import * as l10n from '@vscode/l10n';
import { defineRule, type Finding, finding } from '../../lint/rule.ts';
import { skeletonOf } from '../../lint/skeletons.ts';
import { type Skeleton, slot } from '../../model/edit.ts';
import { isEmpty } from '../../model/located.ts';
import { collector, NOTHING } from '../../model/plan/gather.ts';
import { gather } from '../../model/plan/plan.ts';
import type { Visit } from '../../model/plan/walk.ts';
import { newValue, type SchemaNode } from '../../model/schema/schema.ts';

/** A heading or a key with nothing behind it. It looks written, and says nothing. */
export const emptySection = defineRule({
  id: 'empty-section',
  group: 'structure',
  severity: 'warning',
  fixable: true,
  // Where another rule misses the very thing that is empty, that rule has the better words.
  givesWay: true,
  *check({ plan }) {
    for (const { name, owner, key, schema } of gather(plan, empties)) {
      const edit = { kind: 'set', parent: owner, key: name, value: promptFor(schema) } as const;
      const { span, message } = emptyAt(key, schema.title);
      yield finding(span, message, [{ title: `Write "${schema.title}"`, edits: [edit], preferred: true }]);
    }
  },
});

type Empty = Required<Pick<Visit, 'owner' | 'name' | 'key' | 'schema'>>;

const empties = collector(({ node, owner, name, key, schema }: Visit): readonly Empty[] => {
  if (!owner || !key || name === undefined || !isEmpty(node) || owner.entries.get(name)?.inherited) return NOTHING;
  return [{ owner, name, key, schema }];
});

function emptyAt(place: Finding['span'], title: string): Finding {
  return finding(
    place,
    l10n.t`"${title}" has nothing under it, and reads as if it had been thought about. Write it, say "None" and why, or remove it.`,
  );
}

/** What a new one looks like; "None", which is an answer too, where only the author can know. */
function promptFor(schema: SchemaNode): Skeleton {
  const value = newValue(schema);
  return value === undefined ? slot('None') : skeletonOf(value);
}
