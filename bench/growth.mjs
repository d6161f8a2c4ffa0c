// `node bench/growth.mjs [--lines 1000,10000,50000] [--kinds steps,flags] [--rounds N]`: what an edit costs the server in plans that are
// long in one of their sections or in all, at places of every kind. The time of its processor, of all its threads, which other processes
// do not change; and what it holds in memory.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LanguageServer } from './lib/language-server.mjs';
import { EDITS, KINDS, longPlan } from './lib/long-plans.mjs';
import { median } from './lib/numbers.mjs';
import { ROOT } from './lib/texts.mjs';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000,10000,50000' },
    kinds: { type: 'string', default: Object.keys(KINDS).join() },
    rounds: { type: 'string', default: '9' },
    node: { type: 'string', default: '' },
    places: { type: 'string', default: '' },
  },
});
const command = [
  process.execPath,
  ...values.node.split(',').filter(Boolean),
  path.join(ROOT, 'dist/server.js'),
  '--stdio',
];
const folder = mkdtempSync(path.join(tmpdir(), 'rollout-plan-growth-'));

/** Milliseconds that the process has run, its helpers for garbage and compilation included. */
function cpuOf(pid) {
  const threads = readdirSync(`/proc/${pid}/task`);
  const ran = (thread) => {
    try {
      return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    } catch {
      return 0;
    }
  };
  return threads.reduce((sum, thread) => sum + ran(thread), 0);
}

async function measure(kind, lines, rounds) {
  const text = longPlan(kind, lines);
  const server = new LanguageServer({ command, pull: true }, folder);
  await server.initialize();
  const { uri, diagnostics } = await server.open('rollout-plan.yaml', 'yaml', text);
  const opened = cpuOf(server.process.pid);
  let version = 1;
  const change = async (range, words) => {
    const before = cpuOf(server.process.pid);
    const textDocument = { uri, version: ++version };
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ range, text: words }],
    });
    await server.connection.sendRequest('textDocument/diagnostic', { textDocument });
    return cpuOf(server.process.pid) - before;
  };
  const took = {};
  for (const [name, edit] of Object.entries(EDITS)) {
    if (values.places && !values.places.split(',').includes(name)) continue;
    const made = edit(text);
    if (!made) continue;
    const samples = [];
    for (let round = -2; round < rounds; round++) {
      const there = await change(made.range, made.instead);
      const back = await change(made.rangeAfter, made.before);
      if (round >= 0) samples.push(there, back);
    }
    took[name] = median(samples);
  }
  const resident = server.residentMiB();
  await server.stop();
  return { took, opened, resident, problems: diagnostics.length };
}

try {
  for (const kind of values.kinds.split(',')) {
    for (const lines of values.lines.split(',').map(Number)) {
      const { took, opened, resident, problems } = await measure(kind, lines, Number(values.rounds));
      const edits = Object.entries(took).map(([name, time]) => `${name} ${time.toFixed(1)}`);
      console.log(
        `${kind} ${lines}: ${edits.join(', ')} ms; opened ${Math.round(opened)} ms, ${Math.round(resident)} MiB, ${problems} problems`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
