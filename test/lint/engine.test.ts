/** A rule with a mistake of its own costs what that rule would have said, once, and nothing else. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { lint } from '../../server/src/lint/engine.ts';
import { LintMemory } from '../../server/src/lint/memory.ts';
import { NO_FILES } from '../../server/src/lint/named-files.ts';
import type { Problem, Rule } from '../../server/src/lint/rule.ts';
import { finding } from '../../server/src/lint/rule.ts';
import { newPlanCaches, readPlans } from '../../server/src/model/plan/plan.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { memoryHost } from '../support/memory-host.ts';

const URI = 'file:///work/rollout-plan.yaml';
const PLAN = `rolloutPlan: 1
rollout:
  stages:
    - { id: canary, weight: 1%, soak: 2 hours }
    - { id: ramp, weight: 100% }
`;

async function judged(): Promise<{ all: [string, string][]; logged: readonly string[] }> {
  const host = memoryHost({ [URI]: PLAN });
  const diagnostics = await createLanguageService(host).diagnostics(URI);
  return { all: diagnostics.map(({ code, message }) => [code, message]), logged: host.logged };
}

function failing(id: string, check: Rule['check']): Rule {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`there is no rule ${id}`);
  vi.spyOn(rule, 'check').mockImplementation(check);
  return rule;
}

afterEach(() => vi.restoreAllMocks());

describe('a rule that throws', () => {
  const mistakes: [string, Rule['check']][] = [
    [
      'at once',
      () => {
        throw new TypeError('undefined is not a stage');
      },
    ],
    [
      'after a finding',
      function* ({ plan }) {
        yield finding(plan.document.root.head, 'Said before it failed.');
        throw new RangeError('too deep');
      },
    ],
    [
      'what is no error',
      () => {
        throw null;
      },
    ],
  ];
  test.each(mistakes)('%s is told once, and the others speak', async (_, check) => {
    const before = await judged();
    expect(before.all.some(([code]) => code === 'missing-abort-criteria')).toBe(true);
    expect(before.logged).toEqual([]);
    failing('missing-abort-criteria', check);
    const { all, logged } = await judged();
    expect(all.filter(([code]) => code === 'internal-error')).toEqual([
      ['internal-error', expect.stringContaining('The rule "missing-abort-criteria" failed on this plan')],
    ]);
    const others = ([code]: [string, string]): boolean => !/^(?:internal-error|missing-abort-criteria)$/.test(code);
    expect(all.filter(others)).toEqual(before.all.filter(others));
    expect(logged).toEqual([expect.stringMatching(/^error: rule missing-abort-criteria failed on /)]);
  });

  test('gives a fresh answer once it works again', async () => {
    failing('missing-abort-criteria', () => {
      throw new Error('once');
    });
    const host = memoryHost({ [URI]: PLAN });
    const service = createLanguageService(host);
    expect((await service.diagnostics(URI)).map(({ code }) => code)).toContain('internal-error');
    vi.restoreAllMocks();
    const codes = (await service.diagnostics(URI)).map(({ code }) => code);
    expect(codes).not.toContain('internal-error');
    expect(codes).toContain('missing-abort-criteria');
  });

  test('is told after an edit too, with the same words around it as in a fresh reading', async () => {
    failing('missing-abort-criteria', () => {
      throw new Error('always');
    });
    const edited = PLAN.replace('2 hours', '2h');
    const service = createLanguageService(memoryHost());
    service.open(URI, 'yaml', 1, PLAN);
    await service.diagnostics(URI);
    service.change(URI, 2, [{ text: edited }]);
    const fresh = await createLanguageService(memoryHost({ [URI]: edited })).diagnostics(URI);
    expect(await service.diagnostics(URI)).toEqual(fresh);
    expect(fresh.filter(({ code }) => code === 'internal-error')).toHaveLength(1);
  });
});

describe('a rule that finds more than anybody reads', () => {
  const stages = Array.from({ length: 10 }, (_, at) => `    - { id: stage-${at}, title: TBD }\n`);
  const [plan] = readPlans(
    { uri: URI, syntax: 'yaml', text: `rollout:\n  stages:\n${stages.join('')}` },
    'plan',
    newPlanCaches(),
  );
  const context = { plan, bundle: { plans: [plan], files: NO_FILES }, today: '2026-11-21', options: new Map() };
  const rules = RULES.filter(({ id }) => id === 'placeholder-left');

  function judge(maxProblems: number, memory: LintMemory): readonly Problem[] {
    const work = lint(context, rules, { severities: {}, adoption: 'adopted', maxProblems, memory });
    for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
  }

  test('is stopped, and what it has not said is found once there is room', () => {
    const memory = new LintMemory();
    expect(judge(3, memory)).toHaveLength(4);
    expect(judge(100, memory)).toHaveLength(10);
  });
});
