/** The commands of the manifest: one family of titles, each found in the palette where it can do something, each with its keys told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as names from '../../client/src/names.ts';
import manifest from '../../package.json';
import words from '../../package.nls.json';
import { filesBelow, ROOT } from '../support/files.ts';

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
  readonly enablement?: string;
}
interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac: string;
  readonly when: string;
}

const commands: readonly Command[] = manifest.contributes.commands;
const keybindings: readonly Keybinding[] = manifest.contributes.keybindings;
const page = readFileSync(join(ROOT, 'docs/editing.md'), 'utf8');
const wordsOf = (reference: string): string => (words as Record<string, string>)[reference.replaceAll('%', '')] ?? '';

/** What is of use with no plan open; all others say when they are. */
const ANYWHERE = ['newPlan', 'newArtifact', 'openRulePage', 'restartServer', 'showLog'];

test('the client knows the commands of the manifest, and two more that only lenses and fixes call', () => {
  const known = Object.values(names).filter((name) => typeof name === 'string' && name.startsWith('rolloutPlan.'));
  const contributed = commands.map(({ command }) => command);
  expect(known.toSorted()).toEqual([...contributed, names.SAY_READ_ONLY, names.SHOW_REFERENCES].toSorted());
});

describe.each(commands.map((command) => [command.command, command] as const))('%s', (id, command) => {
  const name = id.replace('rolloutPlan.', '');

  test('has a title of the family "Rollout Plan: …"', () => {
    expect(command.title).toBe(`%command.${name}%`);
    expect(command.category).toBe('%category%');
    expect(wordsOf('category')).toBe('Rollout Plan');
    // The category stands before it, and every word begins with a capital as in the editor's own titles.
    expect(wordsOf(command.title)).toMatch(/^(?!Rollout)[A-Z][a-z]+(?: [A-Z][a-z]+)+$/);
  });

  test('is in the palette where it can do something', () => {
    expect(command.enablement === undefined).toBe(ANYWHERE.includes(name));
  });

  test('is told of, with its keys', () => {
    const row = page.split('\n').find((line) => line.includes(`| **Rollout Plan: ${wordsOf(command.title)}** |`));
    expect(row).toBeDefined();
    const keys = keybindings.filter((binding) => binding.command === id).flatMap(({ key, mac }) => [key, mac]);
    for (const key of keys) expect(row).toContain(asKeys(key));
    if (keys.length === 0) expect(row).not.toContain('<kbd>');
  });
});

/** `ctrl+k shift+r` as the documents write it. */
function asKeys(key: string): string {
  const pressed = (chord: string) =>
    chord.split('+').map((one) => `<kbd>${one.charAt(0).toUpperCase()}${one.slice(1)}</kbd>`);
  return key
    .split(' ')
    .map((chord) => pressed(chord).join('+'))
    .join(' ');
}

describe('keys', () => {
  test('are chords that type no character on any keyboard, and the same on a Mac', () => {
    for (const { key, mac } of keybindings) {
      // Ctrl+Alt is AltGr on Windows; a Mac has Cmd where others have Ctrl.
      expect(key).toMatch(/^ctrl\+k (?:shift\+)?[a-z]$/);
      expect(mac).toBe(key.replace('ctrl', 'cmd'));
    }
  });

  test('are of plans alone', () => {
    for (const { when } of keybindings) expect(when).toMatch(/\brolloutPlan\.(?:isPlan|isRehearsing)\b/);
  });

  test('ask for what the client sets', () => {
    const sources = filesBelow('client/src', /\.ts$/)
      .map((file) => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n');
    const conditions = [...commands.map(({ enablement = '' }) => enablement), ...keybindings.map(({ when }) => when)];
    const asked = new Set(conditions.flatMap((condition) => condition.match(/rolloutPlan\.\w+/g) ?? []));
    expect(asked.size).toBeGreaterThan(0);
    for (const key of asked) expect(sources).toContain(`CONTEXT_KEY = '${key}'`);
  });
});
