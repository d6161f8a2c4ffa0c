/** SECURITY.md is true: each line has its test, and what the sources, the manifest and the lock file can prove is proven here. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import lock from '../../package-lock.json';
import { filesBelow, ROOT } from '../support/files.ts';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const sources = (...folders: string[]): string[] => folders.flatMap((folder) => filesBelow(folder, /\.ts$/));
/** Where a pattern stands, by file. */
const filesWith = (pattern: RegExp, ...folders: string[]): string[] =>
  sources(...folders).filter((file) => pattern.test(read(file)));

describe('the threat model', () => {
  const rows = read('SECURITY.md')
    .split('\n')
    .filter((line) => /^\| (?!threat|---)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  test('has lines', () => expect(rows.length).toBeGreaterThanOrEqual(12));

  test.each(rows)('%s%s', (_, threat, promise, heldBy) => {
    expect([threat, promise].every(Boolean)).toBe(true);
    const files = Array.from(heldBy?.matchAll(/`(test\/[^`]+)`/g) ?? [], ([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

describe('nothing of a workspace is executed', () => {
  test('the server starts no program and evaluates no text', () => {
    expect(filesWith(/\beval\(|\bFunction\(|child_process|node:vm\b|\bcreateRequire\b/, 'server/src')).toEqual([]);
  });

  test('the client starts no program, terminal or task, and opens nothing outside of the editor', () => {
    const programs =
      /\beval\(|\bFunction\(|child_process|node:vm\b|createTerminal|ShellExecution|ProcessExecution|executeTask|startDebugging|openExternal/;
    expect(filesWith(programs, 'client/src')).toEqual([]);
  });

  test('commands that the client executes are named in its sources', () => {
    const calls = sources('client/src').flatMap((file) => read(file).match(/executeCommand\(\s*\S+/g) ?? []);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter((call) => !/\(\s*(?:'[\w.]+'|[A-Z][A-Z_]+)[,)]/.test(call))).toEqual([]);
  });

  test('only words of our own, ids and numbers become patterns', () => {
    // At the beginning of a line stand constants, made of constants.
    const made = filesWith(/^(?!(?:export )?const ).*\bRegExp\(/m, 'server/src', 'client/src');
    expect(made).toEqual([
      'server/src/features/ids.ts',
      'server/src/features/mentions.ts',
      'server/src/model/markdown/grammar/grammar-of.ts',
      'server/src/rules/stages/stage-weight-not-increasing.ts',
    ]);
  });
});

describe('no connections', () => {
  const NETWORK = /node:(?:net|tls|dgram|dns|http|https|http2)\b|\bfetch\(|\bWebSocket\(|\bXMLHttpRequest\b/;
  test('neither the server nor the client has the means', () =>
    expect(filesWith(NETWORK, 'server/src', 'client/src')).toEqual([]));
});

test('there is no web view, and no Markdown that may hold HTML or commands', () => {
  expect(
    filesWith(/[wW]ebview|CustomEditorProvider|CustomTextEditor|isTrusted|supportHtml|MarkdownString/, 'client/src'),
  ).toEqual([]);
  expect(filesWith(/supportHtml|isTrusted/, 'server/src')).toEqual([]);
  const { contributes } = manifest as { contributes: object };
  expect(Object.keys(contributes).filter((point) => /custom|view|notebook|debug|task|terminal/i.test(point))).toEqual(
    [],
  );
});

describe('the manifest', () => {
  interface Setting {
    readonly type: string;
    readonly enum?: readonly string[];
    readonly scope?: string;
    readonly patternProperties?: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
  }
  const settings = Object.entries(manifest.contributes.configuration.properties as Record<string, Setting>);
  /** What a person may write freely could be a path or a program. */
  const isFree = ({ type, enum: words, patternProperties = {} }: Setting): boolean => {
    if (type === 'object') return Object.values(patternProperties).some((value) => value.enum === undefined);
    return type === 'array' || (type === 'string' && words === undefined);
  };

  test('a setting that could name a path or a program belongs to the machine', () => {
    expect(isFree({ type: 'string' })).toBe(true);
    const ofWorkspaces = settings.filter(([, setting]) => isFree(setting) && setting.scope !== 'machine');
    expect(ofWorkspaces.map(([name]) => name)).toEqual([]);
  });

  test('restricted mode: everything works, and no setting has to be kept from a workspace', () => {
    expect(manifest.capabilities.untrustedWorkspaces).toEqual({ supported: true });
    expect(filesWith(/isTrusted|onDidGrantWorkspaceTrust/, 'client/src')).toEqual([]);
  });
});

describe('dependencies', () => {
  test('are pinned to one version each', () => {
    const versions = Object.entries({ ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-\d+)?$/.test(version))).toEqual([]);
    const { dependencies, optionalDependencies } = manifest as { dependencies?: object; optionalDependencies?: object };
    expect([dependencies, optionalDependencies]).toEqual([undefined, undefined]);
  });

  test('are those of the lock file, with the digest of each package', () => {
    const { '': own, ...packages } = lock.packages as Record<string, { integrity?: string; devDependencies?: object }>;
    expect(own?.devDependencies).toEqual(manifest.devDependencies);
    expect(Object.entries(packages).filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
  });
});

test('the server and the command line only read', () => {
  const used = sources('server/src').flatMap((file) =>
    Array.from(
      read(file).matchAll(/import (?:\{([^}]*)\}|(\S+)) from 'node:fs(?:\/promises)?'/g),
      (found) => found[1] ?? found[0],
    ),
  );
  const names = new Set(used.flatMap((list) => list.split(',')).map((name) => name.trim()));
  expect(
    [...names].filter((name) => !/^(?:type \w+|(?:read|readdir|readFile|realpath|stat|lstat)(?:Sync)?)$/.test(name)),
  ).toEqual([]);
  expect(names).toContain('readFile');
});
