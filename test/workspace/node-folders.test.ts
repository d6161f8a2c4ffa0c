import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderReader } from '../../server/src/workspace/node-folders.ts';

const LONG_AGO = new Date(2020, 0, 1);

describe('a folder', () => {
  let folder: string;
  const reader = new FolderReader(0);
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'rollout-plan-folder-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const file = (name: string) => writeFile(path.join(folder, name), '');
  const names = async () => (await reader.list(folder)).map(({ name }) => name);

  it('is listed by name, with what is a folder in it, links as files', async () => {
    await file('b.yaml');
    await mkdir(path.join(folder, 'a'));
    await symlink('nowhere', path.join(folder, 'c.md'));
    expect(await reader.list(folder)).toEqual([
      { name: 'a', kind: 'folder' },
      { name: 'b.yaml', kind: 'file' },
      { name: 'c.md', kind: 'file' },
    ]);
  });

  it('is listed in the same order on every machine, by code units', async () => {
    const known = ['a.md', '\u{1f600}.md', '\uff01.md'];
    for (const name of known) await file(name);
    expect(await names()).toEqual(known);
  });

  it('is forgotten where there are very many, and read again', async () => {
    const names = Array.from({ length: 501 }, (_, at) => path.join(folder, `f${at}`));
    for (const name of names) await mkdir(name);
    for (const name of names) await utimes(name, LONG_AGO, LONG_AGO);
    await utimes(folder, LONG_AGO, LONG_AGO);
    const before = await reader.list(folder);
    for (const name of names) expect(await reader.list(name)).toEqual([]);
    const after = await reader.list(folder);
    expect(after).toEqual(before);
    expect(after).not.toBe(before);
  });

  it('holds no pipes and no sockets', async () => {
    await file('a.yaml');
    if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(folder, 'b.yaml')]);
    expect(await names()).toEqual(['a.yaml']);
  });

  it('is the same list while nothing comes or goes', async () => {
    await file('a.yaml');
    await utimes(folder, LONG_AGO, LONG_AGO);
    const list = await reader.list(folder);
    await writeFile(path.join(folder, 'a.yaml'), 'another text');
    expect(await reader.list(folder)).toBe(list);
  });

  it('is read anew when something came or went', async () => {
    await file('a.yaml');
    await utimes(folder, LONG_AGO, LONG_AGO);
    await reader.list(folder);
    await file('b.yaml');
    expect(await names()).toEqual(['a.yaml', 'b.yaml']);
    await rm(path.join(folder, 'a.yaml'));
    expect(await names()).toEqual(['b.yaml']);
  });

  it('is not trusted to be the same right after a change, whose time may be that of the next', async () => {
    await file('a.yaml');
    const now = new Date();
    await utimes(folder, now, now);
    await reader.list(folder);
    await file('b.yaml');
    await utimes(folder, now, now);
    expect(await names()).toEqual(['a.yaml', 'b.yaml']);
  });

  it('is believed for a while, as typing takes, unless somebody tells of a change', async () => {
    const trusting = new FolderReader(60_000);
    await file('a.yaml');
    await utimes(folder, LONG_AGO, LONG_AGO);
    const before = await trusting.list(folder);
    await file('b.yaml');
    expect(await trusting.list(folder)).toBe(before);
    trusting.forget(path.join(folder, 'b.yaml'));
    expect((await trusting.list(folder)).map(({ name }) => name)).toEqual(['a.yaml', 'b.yaml']);
  });

  it('is believed no longer when something changed in a folder in it, which may be new', async () => {
    const trusting = new FolderReader(60_000);
    await utimes(folder, LONG_AGO, LONG_AGO);
    await trusting.list(folder);
    await mkdir(path.join(folder, 'migrations'));
    trusting.forget(path.join(folder, 'migrations', 'V1.md'));
    expect(await trusting.list(folder)).toEqual([{ name: 'migrations', kind: 'folder' }]);
  });

  it('is not believed where somebody told of a change while it was read', async () => {
    const trusting = new FolderReader(60_000);
    await utimes(folder, LONG_AGO, LONG_AGO);
    const reading = trusting.list(folder);
    trusting.forget(path.join(folder, 'a.yaml'));
    await reading;
    await file('a.yaml');
    expect((await trusting.list(folder)).map(({ name }) => name)).toEqual(['a.yaml']);
  });

  it('that is none, or is gone, holds nothing', async () => {
    await file('a.yaml');
    await utimes(folder, LONG_AGO, LONG_AGO);
    await reader.list(folder);
    await rm(folder, { recursive: true });
    expect(await names()).toEqual([]);
    expect(await reader.list(undefined)).toEqual([]);
  });
});
