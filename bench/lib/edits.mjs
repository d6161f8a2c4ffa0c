// From an edit to its diagnostics: one letter typed into a value, every server in turn, round after round.

import { createRequire } from 'node:module';
import { LanguageServer } from './language-server.mjs';
import { median, ms, table, times } from './numbers.mjs';
import { parseDocument } from './parser.mjs';
import { markdownServer, ours, YAML_SERVER_DELAY_MS, yamlServer } from './peers.mjs';
import { artifactOf, EDITED_IN_ARTIFACT, EDITED_IN_PLAN, MISTAKE_IN_PLAN, planOf } from './texts.mjs';

const MarkdownIt = createRequire(import.meta.url)('markdown-it');
/** Nobody types five letters: what runs often is compiled by then, in each of them. A sentence has a hundred. */
const WARM_UP = 100;

async function openAll(setups, folder, name, languageId, text) {
  const opened = [];
  for (const setup of setups) {
    const server = new LanguageServer(setup, folder);
    await server.initialize();
    const { uri } = await server.open(name, languageId, text);
    setup.texts?.set(uri, text);
    opened.push({ server, uri, samples: [] });
  }
  return opened;
}

/** Medians in milliseconds, in the order of the set-ups, and the resident memory of each after the edits. */
async function typeInTurn(setups, { folder, name, languageId, text, words, mistake, rounds }) {
  const opened = await openAll(setups, folder, name, languageId, text);
  try {
    for (let round = 0; round < rounds + WARM_UP; round++) {
      for (const { server, uri, samples } of opened) {
        const took = await server.type(uri, text, words, mistake);
        if (round >= WARM_UP) samples.push(took);
      }
    }
    return opened.map(({ server, samples }) => ({ took: median(samples), residentMiB: server.residentMiB() }));
  } finally {
    for (const { server } of opened) await server.stop();
  }
}

function floor(parse, text) {
  const samples = Array.from({ length: 7 }, () => {
    const started = performance.now();
    parse(text);
    return performance.now() - started;
  });
  return median(samples);
}

export async function yamlEdits({ folder, rounds }) {
  const rows = [];
  const own = [];
  for (const lines of [1_000, 10_000, 50_000]) {
    const text = planOf(lines);
    const file = { folder, name: 'long.rollout-plan.yaml', languageId: 'yaml', text };
    const setup = { ...file, words: EDITED_IN_PLAN, mistake: MISTAKE_IN_PLAN };
    const [us, them] = await typeInTurn([ours(), yamlServer()], {
      ...setup,
      rounds: lines > 10_000 ? Math.min(rounds, 11) : rounds,
    });
    const beyond = Math.max(them.took - YAML_SERVER_DELAY_MS, 0);
    own.push(us.took);
    rows.push([
      text.split('\n').length,
      ms(us.took),
      ms(them.took),
      ms(beyond),
      times(beyond / us.took),
      ms(floor(parseDocument, text)),
      `${Math.round(us.residentMiB)} / ${Math.round(them.residentMiB)} MiB`,
    ]);
  }
  const head = [
    'lines',
    'rollout-plan',
    'yaml-language-server',
    'beyond its delay of 200 ms',
    'ratio',
    '`yaml` parsing alone',
    'resident: ours / its',
  ];
  return `${table(head, rows)}\n\nFrom 1,000 to 50,000 lines an edit takes us ${times(own[2] / own[0])} the time.`;
}

export async function markdownEdits({ folder, rounds }) {
  const markdown = new MarkdownIt();
  const rows = [];
  for (const lines of [1_000, 10_000]) {
    const text = artifactOf(lines);
    const setup = {
      folder,
      name: 'MIGRATION_PLAN.md',
      languageId: 'markdown',
      text,
      words: EDITED_IN_ARTIFACT,
      rounds,
    };
    const [us, them] = await typeInTurn([ours(), markdownServer()], setup);
    rows.push([
      text.split('\n').length,
      ms(us.took),
      ms(them.took),
      times(them.took / us.took),
      ms(floor((one) => markdown.parse(one, {}), text)),
    ]);
  }
  return table(
    ['lines', 'rollout-plan', 'vscode-markdown-languageserver', 'ratio', '`markdown-it` parsing alone'],
    rows,
  );
}
