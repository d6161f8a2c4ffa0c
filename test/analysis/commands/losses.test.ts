/** What a command is said to do is what it does. */
import { describe, expect, test } from 'vitest';
import { commandFacts } from '../../../server/src/analysis/commands/index.ts';

const lossesOf = (text: string): string[] => commandFacts(text).map(({ damage, loss }) => `${damage}: ${loss}`);

describe('what is lost', () => {
  const dependent = 'irreversible: destroys the resources that it targets, and those that depend on them';
  const snapshot = 'irreversible: deletes what the data would be restored from';
  const index = 'destroys: deletes from the search index, which then finds nothing until it is built again';
  const overwrites = 'irreversible: overwrites the database in use, with everything that was written since the backup';
  const keys = 'destroys: deletes every key, and all that they kept from other stores hits those at once';

  test.each([
    ['terraform destroy', 'irreversible: destroys everything that the state lists, data stores too'],
    ['terraform destroy -target=aws_instance.old', dependent],
    ['terraform destroy -auto-approve -target aws_instance.old', dependent],
    ['terraform apply -destroy --target=aws_instance.old', dependent],
    ['pulumi destroy --target urn:old', 'irreversible: destroys the resources that it targets'],
    ['aws s3api delete-objects --bucket b --delete file://old.json', 'irreversible: deletes the objects that it lists'],
    ['curl -X DELETE http://es:9200/_snapshot/backup/snap-1', snapshot],
    [`curl -X POST http://es:9200/_aliases -d '{"actions":[{"remove_index":{"index":"orders-v1"}}]}'`, index],
    [`curl -XPOST "$ES_URL/_aliases" --json '{"actions": [{ "remove_index" : {"index":"orders-v1"}}]}'`, index],
    [
      'confluent kafka topic delete orders-v1 --cluster lkc-1',
      'irreversible: deletes the topic with every message in it',
    ],
    ['bq rm -r -f analytics', 'destroys: deletes the dataset with every table in it'],
    ['bq --project_id acme rm -f -t analytics.orders', 'destroys: deletes the table with its rows'],
    ['firebase firestore:delete --all-collections --force', 'irreversible: deletes every document of the database'],
    ['npx firebase -P acme firestore:delete orders -r', 'irreversible: deletes the documents with all below them'],
    [
      'zfs rollback -r tank/orders@before',
      'irreversible: discards everything that was written since the snapshot, and every later snapshot',
    ],
    ['heroku pg:backups:delete b101 -a shop', snapshot],
    ['heroku pg:backups:restore b101 shop::DATABASE_URL --app orders', overwrites],
    ['heroku pg:backups:restore b101 --app shop', overwrites],
    ['redis-cli -n 3 <<< FLUSHDB', keys],
    ['heroku redis:cli -a shop --confirm shop <<< FLUSHALL', keys],
    ['s3cmd rb --recursive s3://b', 'irreversible: deletes the bucket with every object in it'],
    ['zfs destroy tank/orders@before', 'irreversible: deletes the snapshot that the data would be restored from'],
    ['zfs destroy -r tank/orders', 'irreversible: deletes the data set with its snapshots'],
    ['echo FLUSHALL | heroku redis:cli -a shop --confirm shop', keys],
    ['aws ec2 delete-snapshot --snapshot-id snap-1', snapshot],
  ])('%s', (text, loss) => expect(lossesOf(text)).toEqual([loss]));

  test.each([
    'kubectl delete statefulset orders-db --cascade=orphan',
    'curl -X DELETE http://es:9200/_snapshot/backup',
    'curl http://es:9200/_snapshot/backup/snap-1',
    'aws s3api delete-bucket --bucket b',
    'aws s3 rb s3://b',
    'gsutil rb gs://b',
    'gcloud storage buckets delete gs://b',
    's3cmd rb s3://b',
    // Its -c is --confirm.
    'heroku redis:cli -a shop -c FLUSHALL',
    'heroku pg:backups:restore b101 HEROKU_POSTGRESQL_PINK --app shop',
    'heroku pg:backups:restore b101 DATABASE_URL --app shop-staging',
    'heroku pg:backups:capture -a shop',
    'heroku redis:cli -a shop',
    `curl -X POST http://es:9200/_aliases -d '{"actions":[{"remove":{"index":"orders-v1","alias":"orders"}}]}'`,
    'curl -X POST http://es:9200/_aliases -d @remove_index.json',
    'confluent kafka topic describe orders-v1',
    'bq rm -f analytics.orders_staging',
    'bq ls analytics',
    'firebase deploy --only firestore',
    'zfs rollback tank/orders@before',
    'zfs snapshot -r tank/orders@before',
  ])('nothing: %s', (text) => expect(lossesOf(text)).toEqual([]));

  test('the orphans of a namespace go with it', () => {
    expect(lossesOf('kubectl delete namespace shop --cascade=orphan')).toHaveLength(1);
  });
});

test.each([
  ['kafka-consumer-groups --group g --reset-offsets --from-file before.csv --execute', true],
  ['kafka-consumer-groups --group g --reset-offsets --to-earliest --execute', false],
])('%s is what a rollback does: %s', (text, expected) => {
  expect(commandFacts(text).map(({ takesDown }) => takesDown)).toEqual([expected]);
});
