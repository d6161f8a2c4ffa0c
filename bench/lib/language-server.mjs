// A language server as an editor sees it: started over stdio, given a document, edited, and waited for until it has judged the edit.
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');

/** No judgement within this is a failure of the server, and said so. */
const PATIENCE_MS = 60_000;

export class LanguageServer {
  #events = new EventEmitter();
  #versions = new Map();
  #ends = new Map();

  /**
   * `command`: words of the command line. `pull`: the client asks for diagnostics, else the server sends them when it likes.
   * `settings`: the answer for each section. `answers`: requests of the server to the client, by method.
   */
  constructor({ command, pull, settings = {}, answers = {}, initializationOptions }, folder) {
    this.pull = pull;
    this.settings = settings;
    this.folder = pathToFileURL(folder).href;
    this.started = performance.now();
    const [program, ...words] = command;
    this.process = spawn(program, words, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.initializationOptions = initializationOptions;
    this.connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }) => settings[section] ?? null),
    );
    for (const method of ['client/registerCapability', 'client/unregisterCapability', 'workspace/diagnostic/refresh'])
      this.connection.onRequest(method, () => null);
    for (const [method, answer] of Object.entries(answers)) this.connection.onRequest(method, answer);
    this.connection.onNotification('textDocument/publishDiagnostics', (params) =>
      this.#events.emit(params.uri, params.diagnostics),
    );
    this.connection.onUnhandledNotification(() => {});
    this.connection.listen();
  }

  async initialize() {
    const capabilities = {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
      },
      textDocument: {
        publishDiagnostics: { relatedInformation: true },
        ...(this.pull ? { diagnostic: { dynamicRegistration: false } } : {}),
      },
    };
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: this.folder,
      workspaceFolders: [{ uri: this.folder, name: 'bench' }],
      capabilities,
      initializationOptions: this.initializationOptions,
    });
    await this.connection.sendNotification('initialized', {});
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: this.settings });
  }

  /** Opens a document and waits for the first diagnostics; where the text has a mistake behind some words, for those that tell of it. */
  async open(name, languageId, text, mistake) {
    const uri = `${this.folder}/${name}`;
    this.#versions.set(uri, 1);
    const opened = { textDocument: { uri, languageId, version: 1, text } };
    const judged = this.#judged(
      uri,
      () => this.connection.sendNotification('textDocument/didOpen', opened),
      mistake && behind(text, mistake),
    );
    return { uri, diagnostics: await judged };
  }

  /**
   * Types one letter at the end of the first `words` of the text; gives the milliseconds until the new text was judged. Where a mistake
   * stands behind them in the same line, only diagnostics that underline it where it is now count: others are of a text of before.
   */
  async type(uri, text, words, mistake) {
    const version = this.#versions.get(uri) + 1;
    this.#versions.set(uri, version);
    const place = this.#ends.get(uri) ?? behind(text, words);
    this.#ends.set(uri, { ...place, character: place.character + 1 });
    const moved = mistake && behind(text, mistake);
    if (moved) moved.character += version - 1;
    const changed = {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: place, end: place }, text: 'x' }],
    };
    const started = performance.now();
    await this.#judged(uri, () => this.connection.sendNotification('textDocument/didChange', changed), moved);
    return performance.now() - started;
  }

  async #judged(uri, act, place) {
    if (this.pull) {
      await act();
      const { items = [] } = await this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
      if (place && !reachTo(items, place)) throw new Error(`${this.process.spawnargs[1]} has not told of the mistake`);
      return items;
    }
    const signal = AbortSignal.timeout(PATIENCE_MS);
    for (
      let heard = once(this.#events, uri, { signal }), acted = act();
      ;
      heard = once(this.#events, uri, { signal })
    ) {
      await acted;
      const [diagnostics] = await heard;
      if (!place || reachTo(diagnostics, place)) return diagnostics;
    }
  }

  /** Resident memory in MiB, where the system tells. */
  residentMiB() {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  /** As an editor does it, so that what a server keeps for its next start is kept; one that does not go is ended. */
  async stop() {
    const gone = once(this.process, 'exit');
    const limit = setTimeout(() => this.process.kill('SIGKILL'), 2_000);
    this.process.stdin.on('error', () => {});
    try {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
    } catch {
      this.process.kill('SIGKILL');
    }
    await gone;
    clearTimeout(limit);
    this.connection.dispose();
  }
}

/** The place behind the first of these words. */
function behind(text, words) {
  const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}

function reachTo(diagnostics, { line, character }) {
  return diagnostics.some(({ range: { end } }) => end.line === line && end.character === character);
}
