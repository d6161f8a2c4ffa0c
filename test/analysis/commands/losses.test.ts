/** What a command is said to do is what it does. */
import { describe, expect, test } from 'vitest';
import { commandFacts } from '../../../server/src/analysis/commands/index.ts';

const lossesOf = (text: string): string[] => commandFacts(text).map(({ damage, loss }) => `${damage}: ${loss}`);

describe('what is lost', () => {
  const dependent = 'irreversible: destroys the resources that it targets, and those that depend on them';
  const snapshot = 'irreversible: deletes what the data would be restored from';
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
    ['heroku pg:backups:delete b101 -a shop', snapshot],
    ['heroku pg:backups:restore b101 shop::DATABASE_URL --app orders', overwrites],
    ['heroku pg:backups:restore b101 --app shop', overwrites],
    ['heroku redis:cli -a shop -c FLUSHALL', keys],
    ['echo FLUSHALL | heroku redis:cli -a shop --confirm shop', keys],
    ['aws ec2 delete-snapshot --snapshot-id snap-1', snapshot],
  ])('%s', (text, loss) => expect(lossesOf(text)).toEqual([loss]));

  test.each([
    'kubectl delete statefulset orders-db --cascade=orphan',
    'curl -X DELETE http://es:9200/_snapshot/backup',
    'curl http://es:9200/_snapshot/backup/snap-1',
    'aws s3api delete-bucket --bucket b',
    'aws s3 rb s3://b',
    'heroku pg:backups:restore b101 HEROKU_POSTGRESQL_PINK --app shop',
    'heroku pg:backups:restore b101 DATABASE_URL --app shop-staging',
    'heroku pg:backups:capture -a shop',
    'heroku redis:cli -a shop',
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
