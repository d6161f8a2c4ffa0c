// `npm run bench`: how long from an edit to its diagnostics, all rules on, through the built server over stdio; beside it, in the same
// run, the floor: the `yaml` package parsing the same text. Prints medians and ratios; these say more than times on a busy machine.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { parseDocument } from 'yaml';

const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-jsonrpc/node',
);
const SIZES = [250, 1_000, 10_000];
const ROUNDS = 7;

/** The reference plan with further stages, up to about this many lines. */
function planOf(lines) {
  const reference = readFileSync('test/fixtures/reference/rollout-plan.yaml', 'utf8');
  const [before, after] = reference.split('    - { id: ramp-10');
  const missing = Math.max(0, Math.floor((lines - reference.split('\n').length) / 6));
  const stage = (at) => `    - id: wave-${at}
      extends: canary
      weight: ${Math.min(9, 1 + Math.floor((8 * at) / missing))}%
      soak: 2h
      owner: team-payments
      audience: cohort ${at}
`;
  return `${before}${Array.from({ length: missing }, (_, at) => stage(at)).join('')}    - { id: ramp-10${after}`;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

async function startServer() {
  const child = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const capabilities = {
    textDocument: { diagnostic: { dynamicRegistration: false } },
    workspace: { configuration: true },
  };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  return { connection, stop: () => child.kill() };
}

async function editToDiagnostics(connection, text) {
  const uri = `file:///bench/${text.length}.rollout.yaml`;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const line = text.split('\n').findIndex((one) => one.includes('team-payments'));
  const times = [];
  for (let version = 2; version < ROUNDS + 2; version++) {
    const position = { line, character: text.split('\n')[line].length };
    const started = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: 'x' }],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    times.push(performance.now() - started);
  }
  return median(times);
}

function parseAlone(text) {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    parseDocument(text);
    return performance.now() - started;
  });
  return median(times);
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
console.log('lines    edit to diagnostics    yaml parse alone    ratio');
const { connection, stop } = await startServer();
for (const size of SIZES) {
  const text = planOf(size);
  const [ours, floor] = [await editToDiagnostics(connection, text), parseAlone(text)];
  const columns = [
    String(text.split('\n').length).padEnd(8),
    `${ours.toFixed(1)} ms`.padEnd(22),
    `${floor.toFixed(1)} ms`.padEnd(19),
  ];
  console.log(`${columns.join(' ')} ${(ours / floor).toFixed(2)}`);
}
stop();
process.exit(0);
