// Many files on the command line: whole processes, from start to exit, one after the other, round after round.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { median, ms, perSecond, table, times } from './numbers.mjs';
import { ajv, markdownlint, ourCheck, spectral } from './peers.mjs';
import { bundledSchema, writeMany } from './texts.mjs';

/** Found nothing, or found something: both are a check that ran. */
const RAN = [0, 1];

async function run([program, ...words], cwd) {
  const started = performance.now();
  const child = spawn(program, words, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const [code] = await once(child, 'close');
  if (!RAN.includes(code)) throw new Error(`${words[0]} ended with ${code}: ${said.slice(0, 500)}`);
  return performance.now() - started;
}

/** `tools`: of each its name, its command line, and how often it runs at most. */
async function inTurn(tools, cwd, rounds) {
  const samples = tools.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [at, { command, most = rounds }] of tools.entries())
      if (round < most) samples[at].push(await run(command, cwd));
  return samples.map(median);
}

function rowsOf(tools, took, count) {
  return tools.map(({ name }, at) => [
    name,
    ms(took[at]),
    perSecond((count * 1_000) / took[at]),
    at === 0 ? '' : times(took[at] / took[0]),
  ]);
}

const OURS = 'rollout-plan check (schema and all rules)';
/** It takes a minute for a thousand files. */
export const SPECTRAL_ROUNDS = 2;

const HEAD = ['', 'time', 'files', 'we are faster by'];

export async function yamlFiles({ folder, rounds, count }) {
  const plans = path.join(folder, 'plans');
  writeMany(plans, count, 'yaml');
  const schema = path.join(folder, 'schema.json');
  writeFileSync(schema, JSON.stringify(bundledSchema()));
  const ruleset = path.join(folder, 'spectral.json');
  const rule = {
    given: '$',
    severity: 'error',
    then: { function: 'schema', functionOptions: { schema: bundledSchema(), allErrors: true } },
  };
  writeFileSync(ruleset, JSON.stringify({ rules: { plan: rule } }));
  const tools = [
    { name: OURS, command: ourCheck(plans) },
    { name: 'spectral lint (schema)', command: spectral(plans, ruleset), most: SPECTRAL_ROUNDS },
    { name: 'ajv-cli validate (schema)', command: ajv(plans, schema) },
  ];
  return table(HEAD, rowsOf(tools, await inTurn(tools, folder, rounds), count));
}

export async function markdownFiles({ folder, rounds, count }) {
  const artifacts = path.join(folder, 'artifacts');
  writeMany(artifacts, count, 'markdown');
  const tools = [
    { name: OURS, command: ourCheck(artifacts) },
    { name: 'markdownlint-cli2 (its rules)', command: markdownlint(artifacts) },
  ];
  return table(HEAD, rowsOf(tools, await inTurn(tools, folder, rounds), count));
}
