/** What was found before holds after a change only where a fresh reading would find the same. */
import { describe, expect, test } from 'vitest';
import { createLanguageService } from '../../server/src/service.ts';
import { Editor } from '../support/editor.ts';
import { memoryHost } from '../support/memory-host.ts';

const PLAN = 'file:///work/rollout-plan.yaml';
const POLICY = 'file:///work/rollout-plan.config.yaml';
const stages = (...all: readonly (readonly [id: string, weight: string])[]): string =>
  `rolloutPlan: 1\ntitle: Amounts\nrollout:\n  stages:\n${all
    .map(([id, weight]) => `    - { id: ${id}, environment: production, weight: ${weight} }\n`)
    .join('')}`;
const RAMP = stages(['canary', '1%'], ['ramp', '5%'], ['full', '50%']);

describe('limits of a policy that changes while a plan is open', () => {
  const largest = (limit: number): string => `no-gradual-ramp: { largest: ${limit} }`;
  const STEPS: readonly (readonly [name: string, policy: string, jumps: number])[] = [
    ['one', `rules: { ${largest(10)} }\n`, 0],
    ['another value', `rules: { ${largest(4)} }\n`, 2],
    ['the same in other words', `# agreed in the guild\nrules: { ${largest(4)} }\n`, 2],
    ['one more', `rules: { ${largest(4)}, missing-canary: { largest: 2% } }\n`, 2],
    ['none', 'rules: {}\n', 0],
  ];

  test('are those that count', async () => {
    const host = memoryHost({ [POLICY]: STEPS[0]?.[1] ?? '' });
    const service = createLanguageService(host);
    service.open(PLAN, 'yaml', 1, RAMP);
    for (const [name, policy, jumps] of STEPS) {
      host.files.set(POLICY, policy);
      service.fileChanged(POLICY);
      const found = await service.diagnostics(PLAN);
      expect(found.filter(({ code }) => code === 'no-gradual-ramp').length, name).toBe(jumps);
      const fresh = createLanguageService(memoryHost({ [PLAN]: RAMP, [POLICY]: policy }));
      expect(found, name).toEqual(await fresh.diagnostics(PLAN));
    }
  });
});

test('a fix that puts lines in another order keeps its places after an edit above them', async () => {
  const before = stages(['canary-1', '1%'], ['ramp-50', '50%'], ['ramp-10', '10%'], ['full', '100%']);
  const after = before.replace('title: Amounts\n', 'title: Amounts\n\n# minor units\n');
  const editor = new Editor(PLAN, before);
  const told = async (one: Editor) =>
    (await one.diagnostics()).filter(({ code }) => code === 'stage-weight-not-increasing');
  expect(await told(editor)).toHaveLength(1);
  editor.edit(after);
  const fresh = new Editor(PLAN, after);
  expect(await told(editor)).toEqual(await told(fresh));
  expect(await editor.actionsAsText()).toBe(await fresh.actionsAsText());
  expect(await editor.actionsAsText()).toContain('Sort them: 1%, 10%, 50%, 100%');
});
