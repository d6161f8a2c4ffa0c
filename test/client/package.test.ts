/** What goes out: one list of files for npm and for VS Code, with everything that the manifest names and nothing that only we need. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json';

describe('the package', () => {
  let packed: string[] = [];
  let built: string[] = [];

  beforeAll(async () => {
    // npm's own idea of what it would pack, without building and without a tarball.
    const json = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
    const [report] = JSON.parse(json) as { files: { path: string }[] }[];
    packed = report?.files.map(({ path }) => path) ?? [];
    const { builds } = (await import(pathToFileURL('esbuild.mjs').href)) as { builds: { outfile: string }[] };
    built = builds.map(({ outfile }) => outfile);
  });

  it('has what the manifest names', () => {
    const { main, bin, icon, l10n, contributes } = manifest;
    for (const program of [main, ...Object.values(bin)]) expect(built).toContain(program.replace('./', ''));
    const files = [
      icon,
      ...[...contributes.snippets, ...contributes.grammars].map(({ path }) => path),
      `${l10n}/bundle.l10n.json`,
    ];
    for (const file of files) expect(packed).toContain(file.replace('./', ''));
  });

  it('has what goes with it', () => {
    for (const file of [
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'package.nls.json',
      'schemas/rollout-plan.schema.json',
    ]) {
      expect(packed).toContain(file);
    }
    expect(packed).toContain('docs/rules/structure/yaml-syntax.md');
  });

  it('has nothing else', () => {
    const allowed =
      /^(?:dist|docs\/rules|l10n|schemas|snippets|syntaxes)\/|^docs\/(?:policy|suppression)\.md$|^media\/icon\.png$|^[^/]+\.(?:md|json)$|^LICENSE$/;
    expect(packed.filter((path) => !allowed.test(path))).toEqual([]);
    expect(packed.filter((path) => /\.(?:ts|map)$/.test(path))).toEqual([]);
    expect(packed.length).toBeGreaterThan(50);
  });

  it('is the same for the editors', () => {
    const vsce = ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'];
    const listed = execFileSync(process.execPath, vsce, { encoding: 'utf8' });
    const files = listed.split('\n').filter((line) => /^\S+$/.test(line));
    // npm takes the README of every folder, asked or not.
    expect(files.sort()).toEqual(packed.filter((path) => path !== 'schemas/README.md').sort());
  });

  it('names no path that is not there', () => {
    for (const pattern of manifest.files.filter((entry) => entry !== 'dist' && !entry.includes('*'))) {
      expect(existsSync(pattern), pattern).toBe(true);
    }
  });

  it('needs nothing at run time that it does not bundle', () => {
    expect(Object.keys(manifest)).not.toContain('dependencies');
  });
});
