/** Files, disks and version control. */
import { type Arguments, hasAny } from '../arguments.ts';
import { findsWhatMatters, isMadeAgain, isRelative, placesOfFind } from '../names.ts';
import { type Form, type Tool, tool } from '../table.ts';
import type { Command } from '../types.ts';

const FILES = 'deletes the files with all below them';
const DISK = 'overwrites the disk with all that is on it';

/** Paths as seen from where a `cd` has gone, and for `xargs rm -rf` those that it reads. */
const seen = ({ command }: Arguments, paths: readonly string[]): readonly string[] => {
  const { folder } = command;
  const read = paths.every((path) => path === '{}') ? pathsRead(command) : undefined;
  return read ?? paths.map((path) => (folder !== undefined && isRelative(path) ? `${folder}/${path}` : path));
};

/** Nothing where it is not known what it reads. */
function pathsRead({ pipedFrom, redirects }: Command): readonly string[] | undefined {
  // What stands in a list could be anything.
  if (redirects.some(({ sign }) => sign === '<')) return ['*'];
  if (pipedFrom?.name !== 'find') return pipedFrom && pathsRead(pipedFrom);
  const words = pipedFrom.words.map(({ text }) => text);
  return findsWhatMatters(words, pipedFrom.folder) ? placesOfFind(words, pipedFrom.folder) : [];
}

const someMatter = (paths: readonly string[]): boolean => paths.some((path) => !isMadeAgain(path));
/** All of them that matter. */
const inCheckout = (paths: readonly string[]): boolean => paths.filter((path) => !isMadeAgain(path)).every(isRelative);

/** PowerShell escapes with backticks: what a POSIX shell takes for an escape stands between folders. */
const ofWindows = ({ operands }: Arguments): string[] =>
  operands.map(({ written }) => written.replaceAll(/^["']|["']$/g, '').replaceAll('\\', '/'));

/** What is deleted in a checkout comes back with the next one. */
function deletingFolders(
  isRecursive: (args: Arguments) => boolean,
  pathsOf: (args: Arguments, operands: readonly string[]) => readonly string[],
): Form[] {
  return [
    {
      when: (args, operands) => isRecursive(args) && !inCheckout(pathsOf(args, operands)),
      damage: 'irreversible',
      loss: FILES,
    },
    {
      when: (args, operands) => isRecursive(args) && someMatter(pathsOf(args, operands)),
      damage: 'destroys',
      loss: FILES,
    },
  ];
}

/** Remotes that run what they are sent: nobody works on their branches. */
const DEPLOYS = /^(?:heroku|dokku|scalingo|gigalixir|piku|clever)\b|\bgit\.heroku\.com\b|\bdokku@/;

/** What `git push` moves: the branches behind the remote. None means the current one. */
function pushesShared(args: Arguments, [remote = '', ...branches]: readonly string[]): boolean {
  if (DEPLOYS.test(remote)) return false;
  const forced = hasAny(args, '--force|-f|--mirror');
  const moved = forced ? branches : branches.filter((branch) => branch.startsWith('+'));
  if (moved.length === 0) return forced;
  return moved.some((branch) =>
    /^\+?(?:[^:]*:)?(?:refs\/heads\/)?(?:main|master|trunk|develop|production|prod|stable|release\b.*|\$.*|HEAD)$/.test(
      branch,
    ),
  );
}

function findDeletes({ command }: Arguments): boolean {
  const words = command.words.map(({ text }) => text);
  return words.includes('-delete') && findsWhatMatters(words, command.folder);
}

export const FILES_AND_DISKS: readonly Tool[] = [
  tool('rm', {
    sparesByName: false,
    actsOnAll: true,
    forms: deletingFolders((args) => hasAny(args, '-r|-R|--recursive'), seen),
  }),
  tool('find', {
    sparesByName: false,
    forms: [{ when: findDeletes, damage: 'irreversible', loss: 'deletes every file that it finds' }],
  }),
  tool('remove-item ri', {
    sparesByName: false,
    forms: deletingFolders(({ options }) => options.some(({ name }) => /^-rec/i.test(name)), ofWindows),
  }),
  tool('rsync', {
    valued: '-e --rsh --exclude --include --filter -f --bwlimit --log-file --files-from',
    safe: '-n|--backup|-b',
    forms: [
      {
        needs: ['--delete|--delete-after|--delete-before|--delete-during|--del|--delete-excluded'],
        when: (_, [source = '']) => !isMadeAgain(source),
        damage: 'destroys',
        loss: 'deletes at the destination whatever the source does not have',
      },
    ],
  }),
  tool('shred', {
    sparesByName: false,
    forms: [
      {
        when: (_, paths) => someMatter(paths),
        damage: 'irreversible',
        loss: 'overwrites files so that nothing brings them back',
      },
    ],
  }),
  tool('dd', {
    sparesByName: false,
    forms: [
      { target: /^of=(?!\/dev\/(?:null|stdout|shm)|(?:\/var)?\/tmp\/)\/dev\//, damage: 'irreversible', loss: DISK },
    ],
  }),
  tool('wipefs', { sparesByName: false, forms: [{ needs: ['-a|--all'], damage: 'irreversible', loss: DISK }] }),
  tool('blkdiscard', { sparesByName: false, forms: [{ damage: 'irreversible', loss: DISK }] }),
  tool('mkfs mkfs.ext4 mkfs.ext3 mkfs.xfs mkfs.btrfs mkfs.vfat mke2fs mkswap', {
    sparesByName: false,
    valued: '-t --type -L -b',
    safe: '-n|-V',
    forms: [{ damage: 'irreversible', loss: DISK }],
  }),
  tool('lvremove vgremove', {
    sparesByName: false,
    safe: '-t|--test',
    forms: [{ damage: 'irreversible', loss: 'deletes the volume with its data' }],
  }),
  tool('zfs zpool', {
    safe: '-n',
    forms: [
      {
        sub: 'destroy',
        target: /@/,
        damage: 'irreversible',
        loss: 'deletes the snapshot that the data would be restored from',
      },
      { sub: 'destroy', damage: 'irreversible', loss: 'deletes the data set with its snapshots' },
      {
        sub: 'rollback',
        needs: ['-r|-R'],
        damage: 'irreversible',
        loss: 'discards everything that was written since the snapshot, and every later snapshot',
      },
    ],
  }),
  tool('btrfs', {
    forms: [{ sub: 'subvolume delete', damage: 'irreversible', loss: 'deletes the subvolume with its data' }],
  }),
  tool('restic', {
    valued: '-r --repo --keep-last --keep-daily --keep-weekly --tag',
    forms: [{ sub: 'forget', needs: ['--prune'], damage: 'irreversible', loss: 'deletes backups' }],
  }),
  tool('borg', { safe: '-n', forms: [{ sub: 'delete|prune', damage: 'irreversible', loss: 'deletes backups' }] }),
  tool('git', {
    valued: '-C -c -o --push-option',
    sparesByName: false,
    safe: '--force-with-lease|-n',
    forms: [
      {
        sub: 'push',
        when: pushesShared,
        damage: 'destroys',
        loss: 'overwrites the branch for everybody, commits of others too',
      },
    ],
  }),
];
