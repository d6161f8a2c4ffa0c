/** The command lines of the clouds. */
import { hasAny } from '../arguments.ts';
import { isMadeAgain } from '../names.ts';
import { forms, type Tool, tool } from '../table.ts';

const BUCKET = 'deletes the bucket with every object in it';
const OBJECTS = 'deletes every object below the path';
const SYNC = 'deletes at the destination whatever the source does not have';
const DATABASE = 'deletes the database with its data';
const SNAPSHOT = 'deletes what the data would be restored from';
const KEY = 'destroys the key, and with it everything that it has encrypted';
const IMAGES = 'deletes images that a rollback may need';
const QUEUE = 'deletes the messages that nobody has read yet';
const INSTANCES = 'ends the machines with what is on their own disks';

const isOfBuild = (_: unknown, operands: readonly string[]): boolean => !isMadeAgain(operands[0] ?? '');

const AWS = tool('aws awslocal', {
  valued:
    '--profile --region --endpoint-url --output --db-instance-identifier --db-cluster-identifier --table-name --queue-url --key-id --repository-name --image-ids --stack-name --bucket --exclude --include --secret-id --cluster --service --volume-id --instance-ids --desired-count --replication-group-id --cluster-identifier --log-group-name --stream-name --final-db-snapshot-identifier --final-snapshot-identifier --pending-window-in-days',
  safe: '--generate-cli-skeleton|--dryrun|--dry-run',
  forms: [
    ...forms('irreversible', OBJECTS, ['s3 rm'], { needs: ['--recursive'] }),
    ...forms('irreversible', BUCKET, ['s3 rb'], { needs: ['--force'] }),
    { sub: 's3 sync', needs: ['--delete'], when: isOfBuild, damage: 'destroys', loss: SYNC },
    ...forms('irreversible', 'deletes the objects that it lists', ['s3api delete-objects']),
    ...forms(
      'irreversible',
      `${DATABASE}, without a last snapshot`,
      ['rds|docdb|neptune delete-db-instance|delete-db-cluster'],
      {
        needs: ['--skip-final-snapshot'],
      },
    ),
    ...forms('irreversible', `${DATABASE}, without a last snapshot`, ['redshift delete-cluster'], {
      needs: ['--skip-final-cluster-snapshot'],
    }),
    ...forms('irreversible', SNAPSHOT, [
      'rds|docdb|neptune delete-db-snapshot|delete-db-cluster-snapshot|delete-db-instance-automated-backup',
      'ec2 delete-snapshot',
      'dynamodb delete-backup',
      'backup delete-recovery-point|delete-backup-vault',
    ]),
    ...forms('irreversible', DATABASE, [
      'dynamodb delete-table',
      'opensearch|es delete-domain|delete-elasticsearch-domain',
    ]),
    ...forms('irreversible', DATABASE, ['elasticache delete-replication-group|delete-cache-cluster'], {
      unless: '--final-snapshot-identifier',
    }),
    ...forms('irreversible', KEY, ['kms schedule-key-deletion']),
    ...forms('irreversible', IMAGES, ['ecr batch-delete-image']),
    ...forms('irreversible', IMAGES, ['ecr delete-repository'], { needs: ['--force'] }),
    ...forms('irreversible', QUEUE, [
      'sqs purge-queue|delete-queue',
      'kinesis delete-stream|decrease-stream-retention-period',
    ]),
    ...forms('irreversible', 'deletes the logs', ['logs delete-log-group|delete-log-stream']),
    ...forms('irreversible', 'deletes the secret at once', ['secretsmanager delete-secret'], {
      needs: ['--force-delete-without-recovery'],
    }),
    ...forms('irreversible', 'deletes every resource of the stack', ['cloudformation delete-stack']),
    ...forms('irreversible', 'deletes the file system or volume with its data', [
      'efs delete-file-system',
      'ec2 delete-volume',
    ]),
    ...forms('destroys', INSTANCES, ['ec2 terminate-instances'], { takesDown: true }),
    ...forms(
      'destroys',
      'deletes what serves the traffic',
      ['ecs delete-service|delete-cluster', 'eks delete-cluster', 'lambda delete-function', 'sns delete-topic'],
      { takesDown: true },
    ),
    ...forms('destroys', 'stops every task of the service', ['ecs update-service'], {
      takesDown: true,
      needs: ['--desired-count=0'],
    }),
  ],
});

const GCLOUD = tool('gcloud', {
  valued: '--project --region --zone --location --instance -i --account --configuration --keyring --key',
  forms: [
    ...forms('irreversible', OBJECTS, ['storage rm'], { needs: ['--recursive|-r|-R'] }),
    ...forms('destroys', SYNC, ['storage rsync'], {
      needs: ['--delete-unmatched-destination-objects'],
      when: isOfBuild,
    }),
    ...forms('irreversible', DATABASE, [
      'sql instances|databases delete',
      'spanner instances|databases delete',
      'bigtable instances|tables delete',
      'firestore databases delete',
      'redis instances delete',
      'alloydb clusters|instances delete',
    ]),
    ...forms('irreversible', SNAPSHOT, ['sql backups delete', 'compute snapshots delete']),
    ...forms('irreversible', 'deletes the project with everything in it', ['projects delete']),
    ...forms('irreversible', KEY, ['kms keys versions destroy']),
    ...forms('irreversible', 'deletes the cluster with what runs in it', ['container clusters delete']),
    ...forms('irreversible', 'deletes the disk with its data', ['compute disks delete']),
    ...forms('destroys', INSTANCES, ['compute instances delete'], { takesDown: true }),
    ...forms('irreversible', QUEUE, ['pubsub subscriptions|topics delete', 'tasks queues purge|delete']),
    ...forms('destroys', 'skips messages that nobody has read yet', ['pubsub subscriptions seek']),
    ...forms('irreversible', IMAGES, [
      'artifacts docker images delete',
      'artifacts repositories delete',
      'container images delete',
    ]),
    ...forms(
      'destroys',
      'deletes what serves the traffic',
      ['run services delete', 'functions delete', 'app services delete'],
      { takesDown: true },
    ),
  ],
});

const AZ = tool('az', {
  valued:
    '-g --resource-group -n --name --subscription --account-name --container-name -c -s --source --server-name --vault-name --pattern',
  naming: '-n',
  forms: [
    ...forms('irreversible', 'deletes the resource group with everything in it', ['group delete']),
    ...forms('irreversible', OBJECTS, [
      'storage blob delete-batch',
      'storage container|share delete',
      'storage account delete',
    ]),
    ...forms('irreversible', DATABASE, [
      'sql db|server delete',
      'postgres|mysql flexible-server|server delete',
      'cosmosdb delete',
      'cosmosdb sql database|container delete',
    ]),
    ...forms('irreversible', KEY, ['keyvault purge', 'keyvault key|secret|certificate purge']),
    ...forms('irreversible', IMAGES, ['acr repository delete', 'acr delete']),
    ...forms('irreversible', QUEUE, [
      'servicebus queue|topic delete',
      'eventhubs eventhub|namespace delete',
      'storage queue delete',
      'storage message clear',
    ]),
    ...forms('irreversible', 'deletes the cluster or disk with what is in it', [
      'aks delete',
      'disk delete',
      'snapshot delete',
    ]),
    ...forms('destroys', INSTANCES, ['vm delete'], { takesDown: true }),
    ...forms('destroys', 'deletes every key of the cache', ['redis flush']),
    ...forms(
      'destroys',
      'deletes what serves the traffic',
      ['webapp delete', 'functionapp delete', 'containerapp delete'],
      { takesDown: true },
    ),
  ],
});

export const CLOUD: readonly Tool[] = [
  AWS,
  GCLOUD,
  AZ,
  tool('bq', {
    valued: '--project_id --location --dataset_id',
    // BigQuery keeps what was deleted for some days.
    forms: [
      ...forms('destroys', 'deletes the dataset with every table in it', ['rm'], { needs: ['-r|--recursive'] }),
      ...forms('destroys', 'deletes the table with its rows', ['rm'], { needs: ['-t|--table'] }),
    ],
  }),
  tool('firebase', {
    valued: '-P --project --database --token',
    forms: [
      ...forms('irreversible', 'deletes every document of the database', ['firestore:delete'], {
        needs: ['--all-collections'],
      }),
      ...forms('irreversible', 'deletes the documents with all below them', ['firestore:delete'], {
        needs: ['-r|--recursive'],
      }),
    ],
  }),
  tool('gsutil', {
    valued: '-o -h',
    forms: [
      // `rb` refuses a bucket that holds something.
      ...forms('irreversible', OBJECTS, ['rm'], { needs: ['-r|-R|-a'] }),
      { sub: 'rsync', needs: ['-d'], unless: '-n', when: isOfBuild, damage: 'destroys', loss: SYNC },
    ],
  }),
  tool('mc', {
    forms: [
      ...forms('irreversible', OBJECTS, ['rm'], { needs: ['--recursive|-r'] }),
      ...forms('irreversible', BUCKET, ['rb'], { needs: ['--force'] }),
      ...forms('destroys', SYNC, ['mirror'], { needs: ['--remove'] }),
    ],
  }),
  tool('s3cmd', {
    forms: [
      ...forms('irreversible', OBJECTS, ['del|rm'], { needs: ['--recursive|-r'] }),
      ...forms('irreversible', BUCKET, ['rb'], { needs: ['--recursive|-r|--force|-f'] }),
      { sub: 'sync', needs: ['--delete-removed'], when: isOfBuild, damage: 'destroys', loss: SYNC },
    ],
  }),
  tool('rclone', {
    safe: '-n',
    forms: [
      ...forms('irreversible', OBJECTS, ['purge|delete']),
      { sub: 'sync', unless: '--backup-dir', when: isOfBuild, damage: 'destroys', loss: SYNC },
    ],
  }),
  tool('azcopy', {
    forms: [
      ...forms('irreversible', OBJECTS, ['remove|rm'], { needs: ['--recursive'] }),
      { sub: 'sync', when: (args) => hasAny(args, '--delete-destination=true'), damage: 'destroys', loss: SYNC },
    ],
  }),
];
