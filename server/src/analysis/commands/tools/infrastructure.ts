/** Infrastructure as code. */
import { forms, type Tool, tool } from '../table.ts';

const ALL = 'destroys everything that the state lists, data stores too';
const TARGETS = '-target|--target';
const DEPENDENT = 'destroys the resources that it targets, and those that depend on them';
const TARGETED = 'destroys the resources that it targets';

export const INFRASTRUCTURE: readonly Tool[] = [
  tool('terraform tofu terragrunt', {
    valued: '-chdir -target --target -var -var-file --terragrunt-working-dir',
    safe: '-help',
    forms: [
      ...forms('irreversible', DEPENDENT, ['destroy', 'run-all destroy', 'run --all destroy', 'destroy-all'], {
        needs: [TARGETS],
      }),
      {
        sub: 'apply',
        needs: ['-destroy|--destroy', TARGETS],
        damage: 'irreversible',
        loss: DEPENDENT,
      },
      ...forms('irreversible', ALL, ['destroy', 'run-all destroy', 'run --all destroy', 'destroy-all']),
      { sub: 'apply', needs: ['-destroy|--destroy'], damage: 'irreversible', loss: ALL },
      {
        // A plan that was saved is what was looked at.
        sub: 'apply|run-all',
        needs: ['-auto-approve|--auto-approve|--terragrunt-non-interactive'],
        when: (_, [first = 'apply']) => first === 'apply',
        damage: 'destroys',
        loss: 'carries out whatever the plan has become by then, deletions too, and nobody has looked at it',
      },
      ...forms('destroys', 'makes it forget what exists, so that nobody manages it any more', ['state rm']),
    ],
  }),
  tool('pulumi', {
    valued: '-s --stack -C --cwd -t --target',
    safe: '--preview-only',
    forms: [
      ...forms('irreversible', TARGETED, ['destroy|down'], { needs: ['-t|--target'] }),
      ...forms('irreversible', ALL, ['destroy|down']),
      ...forms('destroys', 'makes it forget what exists, so that nobody manages it any more', [
        'stack rm',
        'state delete',
      ]),
      {
        sub: 'up|update',
        needs: ['--skip-preview|-f'],
        damage: 'destroys',
        loss: 'carries out whatever changes it finds, deletions too, and nobody has looked at them',
      },
    ],
  }),
  tool('cdk cdktf', {
    valued: '-c --context -a --app --profile --require-approval',
    forms: [
      ...forms('irreversible', 'destroys every resource of the stack', ['destroy']),
      {
        sub: 'deploy',
        needs: ['--require-approval=never|--auto-approve'],
        damage: 'destroys',
        loss: 'deploys whatever has changed, and nobody has looked at it',
      },
    ],
  }),
  tool('sam serverless sls', {
    forms: forms('irreversible', 'deletes the stack with its resources', ['delete|remove']),
  }),
  tool('gh', { forms: forms('irreversible', 'deletes what others may still need', ['repo delete', 'release delete']) }),
  tool('npm', {
    forms: forms('irreversible', 'takes a published version away from everybody who uses it', ['unpublish']),
  }),
  tool('heroku', {
    valued: '-a --app --confirm -r --remote',
    forms: [
      ...forms('irreversible', 'destroys it with its data', ['pg:reset', 'apps:destroy', 'addons:destroy']),
      ...forms('irreversible', 'deletes what the data would be restored from', ['pg:backups:delete']),
      {
        sub: 'pg:backups:restore',
        // A backup and a database; without one it is the one in use.
        when: (_, [, database = 'DATABASE']) => /^(?:[\w-]+::)?DATABASE(?:_URL)?$/.test(database),
        damage: 'irreversible',
        loss: 'overwrites the database in use, with everything that was written since the backup',
      },
    ],
  }),
  tool('fly flyctl', {
    valued: '-a --app -c --config',
    forms: forms('irreversible', 'destroys it with its data', ['apps destroy', 'volumes destroy|delete', 'destroy']),
  }),
  tool('vault', {
    forms: [
      ...forms('irreversible', 'deletes secrets with all their versions', [
        'kv destroy',
        'kv metadata delete',
        'secrets disable',
      ]),
      ...forms('destroys', 'deletes secrets', ['delete', 'kv delete']),
    ],
  }),
  tool('consul', {
    forms: forms('irreversible', 'deletes keys that have no other version', ['kv delete']),
  }),
  tool('etcdctl', {
    valued: '--endpoints --cacert --cert --key --user',
    forms: forms('irreversible', 'deletes keys that have no other version', ['del|rm']),
  }),
  tool('zkcli zookeeper-shell', {
    forms: [{ target: /^(?:deleteall|rmr)$/, damage: 'irreversible', loss: 'deletes a node with all below it' }],
  }),
];
