import { describe, expect, it } from 'vitest';
import { commandsIn } from '../../../server/src/analysis/commands/index.ts';

/** The words of each command that is run in the end. */
function run(text: string): readonly string[] {
  return commandsIn(text).map(({ words }) => words.map((word) => word.text).join(' '));
}

const COMMAND = 'dropdb orders';

describe('a program that runs another stands aside', () => {
  it.each([
    'sudo',
    '/usr/bin/sudo',
    'sudo -n',
    'sudo -u postgres',
    'sudo --user postgres --',
    'doas -u postgres',
    'env -u PGHOST',
    'env PGHOST=db1 PGPORT=5432',
    'time',
    'nohup',
    'exec',
    'command',
    'setsid',
    'nice -n 10',
    'ionice -c 3',
    'timeout 60',
    'timeout -k 5s 60s',
    'timeout --signal KILL 60',
    'stdbuf -o L',
    'watch -n 5',
    'flock /tmp/lock',
    'flock -w 10 /tmp/lock',
    'retry -t 3',
    'xargs -n 1 -P 4',
    'parallel -j 4',
    'npx',
    'npx -p orders-tools',
    'pnpm exec',
    'yarn run',
    'yarn',
    'npm exec',
    'bundle exec',
    'poetry run',
    'uv run',
    'kubectl exec deploy/orders --',
    'kubectl -n shop exec -it orders-0 --',
    'kubectl run tools --rm -it --image=postgres:16 --',
    'oc exec orders-0 --',
    'oc rsh -n shop orders-0',
    'aws-vault exec production --',
    'doppler run --',
    'chamber exec orders --',
    'heroku run -a orders',
    'docker exec db',
    'docker exec -u postgres -e PGPORT=5432 db',
    'docker run --rm --network shop postgres:16',
    'docker compose exec db',
    'docker compose run --rm db',
    'docker-compose exec -T db',
    'podman exec db',
    'ssh db1',
    'ssh -p 2222 -i key deploy@db1',
    'ssh db1 sudo -u postgres',
    'sudo env PGHOST=db1 timeout 60 nice',
  ])('%s', (wrapper) => expect(run(`${wrapper} ${COMMAND}`)).toEqual([COMMAND]));
});

describe('settings before a command are none of its words', () => {
  it.each([
    ['PGHOST=db1 dropdb orders', ['PGHOST=db1']],
    ['PGHOST=db1 sudo PGPORT=5432 dropdb orders', ['PGHOST=db1', 'PGPORT=5432']],
    ['dropdb orders', []],
    ['dropdb PGHOST=db1', []],
  ])('%s', (text, assignments) => {
    expect(commandsIn(text).map((command) => command.assignments.map((word) => word.text))).toEqual([assignments]);
  });

  it('a setting alone is no command', () => expect(run('PGHOST=db1')).toEqual([]));
});

describe('what is handed to a shell is read again', () => {
  it.each([
    [`ssh db1 '${COMMAND}; vacuumdb shop'`, [COMMAND, 'vacuumdb shop']],
    [`ssh db1 dropdb`, ['dropdb']],
    [`ssh db1 'dropdb'`, ['dropdb']],
    [`bash -c '${COMMAND}'`, [`bash -c ${COMMAND}`, COMMAND]],
    [`sudo sh -ec '${COMMAND}'`, [`sh -ec ${COMMAND}`, COMMAND]],
    [`su postgres -c '${COMMAND}'`, [`su postgres -c ${COMMAND}`, COMMAND]],
    [`kubectl exec db-0 -- sh -c '${COMMAND}'`, [`sh -c ${COMMAND}`, COMMAND]],
    [`eval '${COMMAND}'`, [`eval ${COMMAND}`, COMMAND]],
    [`bash --noprofile '${COMMAND}'`, [`bash --noprofile ${COMMAND}`]],
    [`bash -cx '${COMMAND}'`, [`bash -cx ${COMMAND}`]],
    [`psql -c '${COMMAND}'`, [`psql -c ${COMMAND}`]],
    ['bash -c', ['bash -c']],
  ])('%s', (text, commands) => expect(run(text)).toEqual(commands));
});

describe('what find runs', () => {
  it.each([
    ['find /srv/orders -exec rm -rf {} \\;', ['find /srv/orders -exec rm -rf {} ;', 'rm -rf {}']],
    ['find /srv/orders -type f -execdir rm {} +', ['find /srv/orders -type f -execdir rm {} +', 'rm {}']],
    ['find /srv/orders -exec rm -rf {}', ['find /srv/orders -exec rm -rf {}', 'rm -rf {}']],
    ['find /srv/orders -exec rm {} \\; -print', ['find /srv/orders -exec rm {} ; -print', 'rm {}']],
    ['find /tmp -exec rm -rf {} \\;', ['find /tmp -exec rm -rf {} ;']],
    ['find /srv/orders -exec', ['find /srv/orders -exec']],
    ['find /srv/orders -delete', ['find /srv/orders -delete']],
    ['ls /srv/orders -exec rm', ['ls /srv/orders -exec rm']],
  ])('%s', (text, commands) => expect(run(text)).toEqual(commands));
});

describe('nothing is run inside', () => {
  it.each([
    'kubectl exec orders-0',
    'kubectl exec orders-0 --',
    'kubectl get pods -- exec',
    'docker exec db',
    'docker ps',
    'timeout 60',
    'sudo -u postgres',
    'sudo -l',
    'ssh db1',
    'npm test exec',
    'bundle install',
  ])('%s', (text) => expect(run(text)).toEqual([text]));

  it('more wrappers than anybody writes are not looked through', () => {
    expect(run(`${'sudo '.repeat(8)}${COMMAND}`)).toEqual([COMMAND]);
    expect(run(`${'sudo '.repeat(9)}${COMMAND}`)).toEqual([`sudo ${COMMAND}`]);
  });
});
