// What the extension adds to the editor's start, by the editor's own timers. The workspaces take turns, each time in an editor of its own.
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { openInHost } from '../../scripts/vscode/host.mjs';
import { resultsDir } from '../../scripts/vscode/paths.mjs';
import { median, table } from './numbers.mjs';

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

/** The median of a timer that the editor may not have. */
const of = (samples, timer) => {
  const found = samples.map(timer).filter((value) => value !== undefined);
  return found.length > 0 ? `${Math.round(median(found))} ms` : '-';
};

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

export async function editorStarts({ rounds: count }) {
  await mkdir(resultsDir, { recursive: true });
  const rounds = CASES.map(() => []);
  for (let round = 0; round < count; round++)
    for (const [at, each] of CASES.entries()) rounds[at].push(await measure(each));

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
  return table(HEAD, rows);
}
