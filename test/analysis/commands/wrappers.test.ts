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
    'sudo -iu postgres',
    'sudo -upostgres',
    'sudo -Eu postgres -g dba',
    'doas -u postgres',
    'runuser -u postgres --',
    'env -u PGHOST',
    'env -i PGHOST=db1',
    'env - PGHOST=db1',
    'env PGHOST=db1 PGPORT=5432',
    'time',
    'time -p',
    '/usr/bin/time -f %e -o seconds.txt',
    'nohup',
    'exec',
    'exec -a orders',
    'command',
    'command -p',
    'caffeinate -i -t 600',
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
    'flock --timeout 10 /tmp/lock',
    'flock -n /tmp/lock -c',
    'nice -10',
    'ionice -c2 -n7',
    'stdbuf -oL',
    'retry -t 3',
    'xargs -n 1 -P 4',
    'xargs -n1 -P4',
    'xargs -0rn 1',
    'xargs --replace',
    'xargs --max-args 1 --max-chars 1000',
    'parallel -j 4',
    'npx',
    'npx -p orders-tools',
    'pnpm exec',
    'pnpm --filter orders-api exec',
    'pnpm -C api exec',
    'npm --prefix api exec --',
    'npm --silent exec --',
    'yarn dlx',
    'yarn run',
    'yarn',
    'npm exec',
    'bundle exec',
    'poetry run',
    'poetry -C api run',
    'uv run',
    'uv run --with psycopg --python 3.12',
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
    'docker run --rm --pid host --group-add 99 postgres:16',
    'docker exec -u postgres -e PGPORT=5432 db',
    'docker exec -itu postgres db',
    'docker --context production exec db',
    'docker -H ssh://db1 exec db',
    'docker container exec db',
    'docker run --rm --network shop postgres:16',
    'docker run --rm --pull always --platform linux/amd64 --env-file=.env postgres:16',
    'docker run --rm -itv /srv:/srv postgres:16',
    'docker container run --rm postgres:16',
    'podman run --rm --memory 1g postgres:16',
    'docker compose exec db',
    'docker compose run --rm db',
    'docker-compose exec -T db',
    'docker compose -f shop.yaml -f shop.prod.yaml exec db',
    'docker compose --project-name shop --profile ops run --rm db',
    'docker compose --file=shop.yaml exec db',
    'docker-compose -f shop.yaml run --rm db',
    'podman exec db',
    'ssh db1',
    'ssh -p 2222 -i key deploy@db1',
    'ssh -tt -oBatchMode=yes -p2222 db1',
    'ssh -tp 2222 db1 --',
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
    ['sudo dropdb PGHOST=db1', []],
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
    [`bash -cx '${COMMAND}'`, [`bash -cx ${COMMAND}`, COMMAND]],
    [`bash -euo pipefail -c '${COMMAND}' orders`, [`bash -euo pipefail -c ${COMMAND} orders`, COMMAND]],
    [`su - postgres --command '${COMMAND}'`, [`su - postgres --command ${COMMAND}`, COMMAND]],
    [`runuser -l postgres -c '${COMMAND}'`, [`runuser -l postgres -c ${COMMAND}`, COMMAND]],
    [`docker exec db sh -c '${COMMAND}'`, [`sh -c ${COMMAND}`, COMMAND]],
    [`ssh db1 'PGHOST=db1 ${COMMAND}'`, [COMMAND]],
    [`ssh db1 "RAILS_ENV=production ${COMMAND}"`, [COMMAND]],
    [`bash deploy.sh -c '${COMMAND}'`, [`bash deploy.sh -c ${COMMAND}`]],
    [`bash drill.sh -replace '${COMMAND}'`, [`bash drill.sh -replace ${COMMAND}`]],
    [`su postgres -c '${COMMAND}'`, [`su postgres -c ${COMMAND}`, COMMAND]],
    ['docker run -d --name orders orders:4.18 npm start', ['docker run -d --name orders orders:4.18 npm start']],
    ['docker run --rm postgres:16 -c max_connections=200', ['-c max_connections=200']],
    ['docker compose run -T db', ['docker compose run -T db']],
    ['yarn upgrade orders', ['yarn upgrade orders']],
    ['pnpm install', ['pnpm install']],
    ['pnpm run deploy --tag latest', ['deploy --tag latest']],
    [`xargs sh -c '${COMMAND} "$1"' _`, [`sh -c ${COMMAND} "$1" _`, `${COMMAND} $1`]],
    [`bash ./run-c '${COMMAND}'`, [`bash ./run-c ${COMMAND}`]],
    [`"bash" 'deploy.sh'`, ['bash deploy.sh']],
    [`psql -c '${COMMAND}'`, [`psql -c ${COMMAND}`]],
    ['bash -c', ['bash -c']],
  ])('%s', (text, commands) => expect(run(text)).toEqual(commands));

  it.each([
    [`'${COMMAND}'`, [COMMAND]],
    [`sudo '${COMMAND}' shop`, [COMMAND, 'shop']],
    [`ssh db1 '${COMMAND}'`, ['dropdb', 'orders']],
  ])('the words of %s', (text, words) => {
    expect(commandsIn(text).flatMap((command) => command.words.map((word) => word.text))).toEqual(words);
  });

  it.each([
    [`ssh db1 '${COMMAND}'`, COMMAND],
    [`ssh db1 'dropdb'`, `'dropdb'`],
  ])('the place of what %s runs', (text, written) => {
    expect(commandsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual([written]);
  });
});

describe('what find runs', () => {
  it('is read once, however many of them there are', () => {
    expect(commandsIn('find / -exec '.repeat(700)).length).toBeLessThan(1000);
  });

  it.each([
    ['find /srv/orders -exec rm -rf {} \\;', ['find /srv/orders -exec rm -rf {} ;', 'rm -rf {}']],
    ['find /srv/orders -type f -execdir rm {} +', ['find /srv/orders -type f -execdir rm {} +', 'rm {}']],
    ['find /srv/orders -exec rm -rf {}', ['find /srv/orders -exec rm -rf {}', 'rm -rf {}']],
    ['find /srv/orders -exec rm {} \\; -print', ['find /srv/orders -exec rm {} ; -print', 'rm {}']],
    ['find /tmp -exec rm -rf {} \\;', ['find /tmp -exec rm -rf {} ;']],
    ['find /srv/orders -exec', ['find /srv/orders -exec']],
    ['find /a -exec find /b -exec rm -rf {} +', ['find /a -exec find /b -exec rm -rf {} +', 'find /b', 'rm -rf {}']],
    ['find /srv/orders -exec rm', ['find /srv/orders -exec rm', 'rm']],
    [
      'find /srv/orders -exec echo {} \\; -exec rm -rf {} +',
      ['find /srv/orders -exec echo {} ; -exec rm -rf {} +', 'echo {}', 'rm -rf {}'],
    ],
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
    'sudo --',
    'npx --',
    'command',
    'docker --context',
    'command -v dropdb',
    'command -V dropdb',
    'docker run -d --restart always --name orders orders:4.18.2',
    'docker compose -f exec ps',
    'docker compose -f shop.yaml up exec',
    'poetry -C run install',
    'ssh db1',
    'npm test exec',
    'bundle install',
  ])('%s', (text) => expect(run(text)).toEqual([text]));

  it('more wrappers than anybody writes are not looked through', () => {
    expect(run(`${'sudo '.repeat(8)}${COMMAND}`)).toEqual([COMMAND]);
    expect(run(`${'sudo '.repeat(9)}${COMMAND}`)).toEqual([`sudo ${COMMAND}`]);
  });
});
