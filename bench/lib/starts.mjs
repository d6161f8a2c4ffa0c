// From the start of the process to the first diagnostics of a plan of ordinary size.
import { LanguageServer } from './language-server.mjs';
import { median, ms, table, times } from './numbers.mjs';
import { ours, YAML_SERVER_DELAY_MS, yamlServer } from './peers.mjs';
import { MISTAKE_IN_PLAN, planOf } from './texts.mjs';

async function start(setup, folder, text) {
  const server = new LanguageServer(setup, folder);
  try {
    await server.initialize();
    const initialized = performance.now() - server.started;
    await server.open('start.rollout-plan.yaml', 'yaml', text, MISTAKE_IN_PLAN);
    return { initialized, judged: performance.now() - server.started };
  } finally {
    await server.stop();
  }
}

export async function starts({ folder, rounds }) {
  const text = planOf(250);
  const setups = [ours(), yamlServer()];
  const samples = setups.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [at, setup] of setups.entries()) samples[at].push(await start(setup, folder, text));
  const of = (at, key) => median(samples[at].map((sample) => sample[key]));
  const [us, them] = [of(0, 'judged'), of(1, 'judged')];
  const beyond = them - YAML_SERVER_DELAY_MS;
  return table(
    ['', 'rollout-plan', 'yaml-language-server', 'ratio'],
    [
      [
        '`initialize` answered',
        ms(of(0, 'initialized')),
        ms(of(1, 'initialized')),
        times(of(1, 'initialized') / of(0, 'initialized')),
      ],
      ['first diagnostics', ms(us), ms(them), times(them / us)],
      ['… beyond its delay of 200 ms', ms(us), ms(beyond), times(beyond / us)],
    ],
  );
}
