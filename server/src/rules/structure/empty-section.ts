import { defineRule, type Finding, finding } from '../../lint/rule.ts';
import { isEmpty } from '../../model/located.ts';
import { isPresenceRuled, walkPlan } from '../../model/schema/walk.ts';

/** A heading or a key with nothing behind it. It looks written, and says nothing. */
export const emptySection = defineRule({
  id: 'empty-section',
  group: 'structure',
  severity: 'warning',
  fixable: true,
  // Where another rule misses the very thing that is empty, that rule has the better words.
  givesWay: true,
  *check({ plan }) {
    for (const { node, name, owner, key, schema } of walkPlan(plan.document)) {
      if (!owner || !key || name === undefined || !isEmpty(node) || isPresenceRuled(schema)) continue;
      yield emptyAt(key, schema.title, [{ title: `Write "${schema.title}"`, edits: [{ kind: 'set', parent: owner, key: name, value: promptFor(schema) }] }]);
    }
    for (const { head, title } of plan.document.emptySections) yield emptyAt(head, title);
  },
});
