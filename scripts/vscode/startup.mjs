// What the extension adds to the editor's start, by the editor's own timers: `node scripts/vscode/startup.mjs [--rounds N]`.
// The workspaces take turns, each time in an editor of its own; medians are printed.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { median, table } from '../../bench/lib/numbers.mjs';
import { openInHost } from './host.mjs';
import { resultsDir } from './paths.mjs';

const FILE = path.join(resultsDir, 'startup.json');
const CASES = [
  { title: 'no plans, nothing opened', fixtures: 'elsewhere', opens: '' },
  { title: 'no plans, YAML opened', fixtures: 'elsewhere', opens: 'service.yaml' },
  { title: 'a plan, not opened', fixtures: 'faulty-yaml', opens: '' },
  { title: 'a plan opened', fixtures: 'faulty-yaml', opens: 'rollout-plan.yaml' },
];

async function measure({ fixtures, opens }) {
  const env = { ROLLOUT_PLAN_FIGURES: FILE, ROLLOUT_PLAN_OPENS: opens };
  await openInHost('figures', { fixtures, env });
  return JSON.parse(await readFile(FILE, 'utf8'));
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = CASES.map(() => []);
for (let round = 0; round < Number(values.rounds); round++)
  for (const [at, each] of CASES.entries()) rounds[at].push(await measure(each));

/** The median of a timer that the editor may not have. */
const of = (samples, timer) => {
  const found = samples.map(timer).filter((value) => value !== undefined);
  return found.length > 0 ? `${Math.round(median(found))} ms` : '-';
};

const rows = CASES.map(({ title }, at) => {
  const samples = rounds[at];
  const { bundles, activated } = samples[0];
  const timers = ['load', 'call', 'finish'].map((name) => of(samples, ({ activated }) => activated?.[name]));
  return [
    title,
    bundles.join(', ') || 'none',
    activated?.event.replace(/(?<=workspaceContains):.*/, '') ?? '-',
    ...timers,
    of(samples, ({ others }) => others),
    of(samples, ({ ready }) => ready),
  ];
});
const HEAD = [
  'Workspace',
  'Bundles',
  'Activated by',
  'Load code',
  'Call activate',
  'Finish',
  'All other extensions',
  'Workbench ready',
];
console.log(`\n${table(HEAD, rows)}`);
