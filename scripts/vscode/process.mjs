// Child processes that cannot outlive us: each leads a process group of its own, and the group ends as a whole.
import { spawn } from 'node:child_process';

const KILL_AFTER_MS = 5_000;
const live = new Set();

process.on('exit', () => {
  for (const child of live) signalGroup(child, 'SIGKILL');
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.once(signal, () => process.exit(code));
}

/** Starts a command as the leader of a new process group. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options, detached: true });
  live.add(child);
  // The leader may be gone while its children live on, so the group is swept when the leader ends.
  child.once('exit', () => {
    signalGroup(child, 'SIGKILL');
    live.delete(child);
  });
  child.once('error', () => live.delete(child));
  return child;
}

/** Ends a process group, politely first; resolves when its leader is gone. */
export function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => signalGroup(child, 'SIGKILL'), KILL_AFTER_MS);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    signalGroup(child, 'SIGTERM');
  });
}

/** Runs a command to its end. Never rejects: a command that cannot start or takes too long has a code other than 0. */
export function run(command, args, { timeoutMs = 600_000, capture = false, ...options } = {}) {
  return new Promise((resolve) => {
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = start(command, args, { stdio, ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    let problem = '';
    const limit = setTimeout(() => {
      problem = `stopped after ${timeoutMs / 1000} s`;
      stop(child);
    }, timeoutMs);
    const finish = (code) => {
      clearTimeout(limit);
      resolve({ code, output, problem });
    };
    child.once('error', (error) => {
      problem = error.message;
      finish(127);
    });
    child.once('close', (code, signal) => finish(problem ? 124 : (code ?? (signal ? 137 : 1))));
  });
}

/** Runs a quiet command that has to succeed; its output is in the error when it does not. */
export async function must(command, args, options = {}) {
  const { code, output, problem } = await run(command, args, { capture: true, ...options });
  if (code === 0) return output;
  throw new Error(`\`${command} ${args.join(' ')}\` failed with code ${code} ${problem}\n${output.trim()}`);
}

function signalGroup(child, signal) {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
