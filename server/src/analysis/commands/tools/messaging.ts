/** Topics, queues, caches and search. */
import { type Arguments, hasAny } from '../arguments.ts';
import { forms, type Tool, tool } from '../table.ts';

const TOPIC = 'deletes the topic with every message in it';
const QUEUE = 'deletes the messages that nobody has read yet';
const OFFSETS = 'moves what consumers have read, so messages are skipped or come again';
const KEYS = 'deletes every key, and all that they kept from other stores hits those at once';
const KAFKA =
  '--bootstrap-server --zookeeper --command-config --topic --group --config --add-config --delete-config --entity-name --entity-type --to-datetime --to-offset --shift-by --by-duration --from-file --offset-json-file -b -X';
const DAY_MS = 86_400_000;

/** A retention of less than a day is a way of deleting. */
function lowersRetention({ options }: Arguments): boolean {
  return options.some(({ name, value }) => {
    if (!/^--(?:add-)?config$|^-c$/.test(name)) return false;
    const time = /retention\.ms=(\d+)/.exec(value);
    const size = /retention\.bytes=(\d+)/.exec(value);
    return (time !== null && Number(time[1]) < DAY_MS) || (size !== null && Number(size[1]) < 1_048_576);
  });
}

const FLUSHES = /^"?(?:flushall|flushdb)\b/i;

function redisCommand(args: Arguments, operands: readonly string[]): boolean {
  return operands.some((word) => FLUSHES.test(word)) || redisIsFed(args);
}

/** `echo FLUSHALL | redis-cli` and `redis-cli <<< FLUSHALL` say it too. */
function redisIsFed({ command: { pipedFrom, redirects } }: Arguments): boolean {
  const piped = pipedFrom && /^(?:echo|printf)$/.test(pipedFrom.name) ? pipedFrom.words : [];
  const here = redirects.filter(({ sign }) => sign === '<<<').map(({ target }) => target);
  return [...piped, ...here].some(({ text }) => FLUSHES.test(text));
}

const INDEX_HOST =
  /:92\d\d\/|\b(?:elastic(?:search)?|opensearch|es|solr|kibana)\b[\w.-]*(?::\d+)?\/|\$\{?(?:ES|ELASTIC\w*|OPENSEARCH\w*)_?\w*\}?\//i;

const KEEPS_INDEX = /\/_(?:search\/scroll|ilm|index_template|template|alias|cache|snapshot)\b/;

function deletesIndex(args: Arguments, operands: readonly string[]): boolean {
  const url = operands.find((word) => INDEX_HOST.test(word));
  if (url === undefined) return false;
  // Aliases are changed by actions, one of which deletes an index.
  if (/\/_aliases\b/.test(url)) return args.options.some(({ value }) => /"remove_index"\s*:/.test(value));
  if (KEEPS_INDEX.test(url)) return false;
  return isDelete(args) || /_delete_by_query/.test(url);
}

/** A repository alone (`_snapshot/backups`) is only forgotten, with the snapshots where they are. */
function deletesSnapshot(args: Arguments, operands: readonly string[]): boolean {
  return isDelete(args) && operands.some((word) => INDEX_HOST.test(word) && /\/_snapshot\/[^/]+\/[^/?]/.test(word));
}

function isDelete(args: Arguments): boolean {
  return hasAny(args, '-X=DELETE|--request=DELETE|-XDELETE');
}

export const MESSAGING: readonly Tool[] = [
  tool('kafka-topics', {
    valued: KAFKA,
    forms: [
      { needs: ['--delete'], damage: 'irreversible', loss: TOPIC },
      {
        needs: ['--alter'],
        when: lowersRetention,
        damage: 'irreversible',
        loss: 'lowers the retention, and the broker deletes every older message',
      },
    ],
  }),
  tool('kafka-configs', {
    valued: KAFKA,
    forms: [
      {
        needs: ['--alter'],
        when: lowersRetention,
        damage: 'irreversible',
        loss: 'lowers the retention, and the broker deletes every older message',
      },
    ],
  }),
  tool('kafka-delete-records', { valued: KAFKA, forms: [{ damage: 'irreversible', loss: 'deletes messages' }] }),
  tool('kafka-consumer-groups', {
    valued: KAFKA,
    forms: [
      // Offsets that were written down before are what a rollback puts back.
      {
        needs: ['--reset-offsets', '--execute', '--from-file'],
        damage: 'destroys',
        loss: OFFSETS,
        takesDown: true,
      },
      { needs: ['--reset-offsets', '--execute'], damage: 'destroys', loss: OFFSETS },
      { needs: ['--delete|--delete-offsets'], damage: 'destroys', loss: 'forgets what the consumers have read' },
    ],
  }),
  tool('rpk', {
    valued: '-X --brokers',
    forms: [
      ...forms('irreversible', TOPIC, ['topic delete']),
      ...forms('irreversible', 'deletes messages', ['topic trim-prefix']),
      ...forms('destroys', OFFSETS, ['group seek', 'group delete']),
    ],
  }),
  tool('confluent', {
    valued: '--cluster --environment --context --url',
    forms: forms('irreversible', TOPIC, ['kafka topic delete']),
  }),
  tool('rabbitmqctl', {
    valued: '-n --node -p --vhost',
    forms: forms('irreversible', QUEUE, ['purge_queue', 'delete_queue', 'delete_vhost', 'reset', 'force_reset']),
  }),
  tool('rabbitmqadmin', {
    valued: '-H -P -u -p -V',
    forms: forms('irreversible', QUEUE, ['purge queue', 'delete queue', 'queues purge|delete']),
  }),
  tool('nats', {
    valued: '-s --server --context',
    forms: forms('irreversible', QUEUE, ['stream purge|rm|delete', 'kv del|purge|rm']),
  }),
  tool('pulsar-admin', {
    forms: forms('irreversible', TOPIC, [
      'topics delete|delete-partitioned-topic|clear-backlog|skip-all',
      'namespaces delete|clear-backlog',
    ]),
  }),
  tool('heroku', {
    valued: '-a --app --confirm -r --remote',
    // Its words are an app and a database: what it carries out comes from its input.
    forms: [{ sub: 'redis:cli', when: redisIsFed, damage: 'destroys', loss: KEYS }],
  }),
  tool('redis-cli valkey-cli keydb-cli', {
    valued: '-h -p -a -n -u --user --pass -s --cacert --cert --key',
    forms: [
      {
        when: redisCommand,
        damage: 'destroys',
        loss: KEYS,
      },
    ],
  }),
  tool('curl', {
    valued:
      '-X --request -H --header -u --user -d --data --data-raw --data-binary --json -o --output --cacert --max-time -m',
    forms: [
      { when: deletesSnapshot, damage: 'irreversible', loss: 'deletes what the data would be restored from' },
      {
        when: deletesIndex,
        damage: 'destroys',
        loss: 'deletes from the search index, which then finds nothing until it is built again',
      },
    ],
  }),
];
