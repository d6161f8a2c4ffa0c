import { describe, expect, test } from 'vitest';
import { findsWhatMatters, isMadeAgain, isRelative, isThrowaway } from '../../../server/src/analysis/commands/names.ts';

describe('made again', () => {
  test.each([
    'build',
    './build',
    'build/',
    'dist/*',
    'out/**/.*',
    'packages/web/node_modules',
    '../dist',
    'api.egg-info',
    'logs/*.log',
    'src/*.pyc',
    '/opt/app/build/reports',
    '/tmp',
    '/tmp/export',
    '/var/tmp/export',
    '/private/tmp/x',
    '/dev/shm/ring',
    '$TMPDIR/orders',
    '${TEMP_DIR}/orders',
    '$(mktemp -d)',
    '`mktemp -d`',
    '~/.cache/pip',
    '$BUILD_DIR',
    '${DIST:-dist}/web',
  ])('%s', (path) => expect(isMadeAgain(path)).toBe(true));

  test.each([
    '.',
    'src',
    'build.sh',
    'data/*.log.gz',
    'a./build.md',
    '../data',
    '../build/data',
    '/bin',
    '/usr/bin',
    '/var/log',
    '~/build',
    '/tmp/..',
    '/tmp/../srv/data',
    '/var/tmp/..',
    '/srv/tmpfiles',
    'mktemp',
  ])('not %s', (path) => expect(isMadeAgain(path)).toBe(false));
});

describe('relative', () => {
  test.each(['src', './src', 'a/../b', '.github', '..data', 'data:x', 'x~', 'a*'])('%s', (path) =>
    expect(isRelative(path)).toBe(true),
  );

  test.each(['/srv', '~/x', '$HOME/x', '*', '`pwd`/x', '.', '..', './*', '../*', '../x', 'C:\\x', 'd:x'])(
    'not %s',
    (path) => expect(isRelative(path)).toBe(false),
  );
});

describe('what find looks for', () => {
  const find = (line: string): boolean => findsWhatMatters(line.split(' '));

  test.each([
    'find . -delete',
    'find /srv/data -type f -delete',
    'find build /srv/data -delete',
    'find . -name *.csv -delete',
    'find . -name *.pyc -o -path ./data -delete',
    'find . -newer build -delete',
    'find . -names *.pyc -delete',
    'find /var/log/orders -mtime 14 -delete',
    'find /var/log/orders /srv/data -mtime +14 -delete',
    'find /var/logs -mtime +14 -delete',
  ])('matters: %s', (line) => expect(find(line)).toBe(true));

  test.each([
    'find build -delete',
    'find build dist -type f -delete',
    'find . -name *.pyc -delete',
    'find . -iname *.log -delete',
    'find . -ipath ./build -delete',
    'find /var/log -mtime +14 -delete',
    'find /var/log/orders -mmin +1440 -delete',
    'find',
  ])('does not: %s', (line) => expect(find(line)).toBe(false));
});

test.each([
  ['orders-canary', true],
  ['canary', true],
  ['restore', true],
  ['restored-orders', true],
  ['orders_test', true],
  ['latest', false],
  ['device', false],
  ['testament', false],
  ['orders', false],
])('thrown away, by its name: %s is %s', (name, expected) => expect(isThrowaway(name)).toBe(expected));
