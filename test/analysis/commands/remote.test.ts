import { describe, expect, it, test } from 'vitest';
import { commandFacts } from '../../../server/src/analysis/commands/index.ts';
import { remoteLine } from '../../../server/src/analysis/commands/remote.ts';

describe('what is run on another machine is read', () => {
  it.each([
    ["ansible db -b -m shell -a 'rm -rf /var/lib/postgresql/15/main'", 'rm -rf /var/lib/postgresql/15/main'],
    ['ansible web -a "rm -rf /srv/data"', 'rm -rf /srv/data'],
    ['ansible web -m ansible.builtin.shell --args="rm -rf /srv/data"', 'rm -rf /srv/data'],
    ["ansible web -m command -a 'chdir=/srv rm -rf /srv/data'", 'rm -rf /srv/data'],
    ["gcloud compute ssh db1 --zone z --command 'rm -rf /var/lib/mysql'", 'rm -rf /var/lib/mysql'],
    ["gcloud --project p compute ssh db1 --command='sudo rm -rf /var/lib/mysql'", 'rm -rf /var/lib/mysql'],
    ['aws ecs execute-command --cluster c --task t --interactive --command "redis-cli FLUSHALL"', 'redis-cli FLUSHALL'],
    ['az vm run-command invoke -n db1 --scripts "rm -rf /srv/data"', 'rm -rf /srv/data'],
    ['fly ssh console -a shop -C "rm -rf /srv/data"', 'rm -rf /srv/data'],
    ['ansible all -a dropdb', 'dropdb'],
  ])('%s', (text, words) => {
    expect(commandFacts(text).map(({ from, to }) => text.slice(from, to))).toEqual([words]);
  });

  it.each([
    "ansible db -m file -a 'rm -rf /srv/data'",
    "ansible db -m copy -a 'src=a dest=/srv/data'",
    "ansible-playbook site.yml -a 'rm -rf /srv/data'",
    "aws ecs describe-tasks --command 'rm -rf /srv/data'",
    "gcloud compute instances list --command 'rm -rf /srv/data'",
    'ansible db -m shell -a',
    'ansible db -m',
    'gcloud compute ssh db1',
  ])('nothing: %s', (text) => expect(commandFacts(text)).toEqual([]));
});

test('no word of the object that all objects are made from is a program', () => {
  expect(remoteLine('constructor', ['constructor', '-a', 'x'])).toBeUndefined();
});
