/** Rules whose judgement was made while the text was read or held against the schema: they only hand it on. */
import { placeholdersIn } from '../analysis/placeholders.ts';
import { defineRule, type Finding, type Fix, finding, type Rule } from '../lint/rule.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { ReadProblem } from '../model/plan-document.ts';
import type { SchemaProblem } from '../model/schema/validate.ts';

type Described = Pick<Rule, 'id' | 'severity' | 'fixable'>;

/** Told by the reader: text that cannot be read as it stands. */
export function ruleFromReader(rule: Described & { readonly id: ReadProblem['rule'] }): Rule {
  return defineRule({
    ...rule,
    group: 'structure',
    *check({ plan }) {
      for (const problem of plan.document.problems) if (problem.rule === rule.id) yield fromReader(problem);
    },
  });
}

/** Told by the schema, unless the value is a placeholder: `placeholder-left` then says the more useful thing. */
export function ruleFromSchema(
  rule: Described & { readonly id: SchemaProblem['rule'] },
  options: { readonly safe: boolean; readonly isMeant?: (problem: SchemaProblem, plan: Plan) => boolean },
): Rule {
  return defineRule({
    ...rule,
    group: 'structure',
    *check({ plan }) {
      for (const problem of plan.document.problems) if (problem.rule === rule.id) yield fromReader(problem);
      for (const problem of plan.schemaProblems) {
        const { node } = problem;
        if (problem.rule !== rule.id || options.isMeant?.(problem, plan) === false) continue;
        if (node.kind === 'scalar' && placeholdersIn(node.text).length > 0) continue;
        yield finding(problem.span, problem.message, fixesOf(problem, options.safe));
      }
    },
  });
}

function fromReader({ span, message, fixes }: ReadProblem): Finding {
  const mends = fixes.map(({ title, edits }, at): Fix => {
    return { title, edits: edits.map((edit) => ({ kind: 'replace', ...edit })), preferred: at === 0 };
  });
  return finding(span, message, mends);
}

function fixesOf({ fixes }: SchemaProblem, safe: boolean): Fix[] {
  return fixes.map(({ title, edits }, at) => ({ title, edits, preferred: at === 0, safe: safe && fixes.length === 1 }));
}
