import { testRule } from '../../support/rule-tester.ts';

const up = (command: string, said = ''): string =>
  `migration:\n  steps:\n    - id: retire-v1\n${said}      up:\n        command: ${command}\n`;
const fence = (command: string, said = '', before = ''): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Contract: retire v1\n\n${said}**Up**:\n\n${before}\`\`\`sh\n${command}\n\`\`\`\n`;
const BACKUP = '      reversible: false\n      backup: orders-v1\n';

testRule('command-destructive', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'tried in staging, where nothing is lost',
      yaml: 'rollback:\n  rehearsals:\n    - { date: 2026-11-18, environment: staging, command: kubectl delete namespace orders-v1 }\n',
    },
    {
      name: 'the step declares it and names a backup',
      yaml: up('kubectl delete namespace orders-v1', BACKUP),
      markdown: fence('kubectl delete namespace orders-v1', '- Reversible: no\n- Backup: orders-v1\n\n'),
    },
    {
      name: 'the step says that it can be taken back: others judge that',
      yaml: up('kubectl scale deploy/orders-v1 --replicas=0', '      reversible: true\n'),
      markdown: fence('kubectl scale deploy/orders-v1 --replicas=0', '- Reversible: yes\n\n'),
    },
    {
      name: 'a dry run, a comment, a build folder',
      yaml: up(
        '|\n          kubectl delete ns orders-v1 --dry-run=client\n          # kubectl delete ns orders-v1\n          rm -rf dist /tmp/orders',
      ),
      markdown: fence(
        'kubectl delete ns orders-v1 --dry-run=client\n# kubectl delete ns orders-v1\nrm -rf dist /tmp/orders',
      ),
    },
    {
      name: 'forbidden by the line before it',
      markdown: fence('kubectl delete namespace orders', '', 'Never run this here:\n\n'),
    },
    {
      name: 'the plan has made it itself',
      yaml: `migration:
  steps:
    - { id: copy-topic, up: { command: "kafka-topics --bootstrap-server kafka:9092 --create --topic orders.copy" } }
    - { id: drop-copy, up: { command: "kafka-topics --bootstrap-server kafka:9092 --delete --topic orders.copy" } }
    - { id: bucket, up: { command: aws s3 mb s3://orders-tally }, down: { command: aws s3 rb s3://orders-tally --force } }
`,
    },
    {
      name: 'the way back takes away what the step has made, whatever the tool',
      yaml: `migration:
  steps:
    - { id: folder, up: { command: mkdir -p /opt/orders/releases/7.0.3 }, down: { command: rm -rf /opt/orders/releases/7.0.3 } }
    - { id: unpack, up: { command: tar xzf orders.tgz -C /opt/orders-7.0.3 }, down: { command: rm -rf /opt/orders-7.0.3 } }
    - { id: index, up: { command: "curl -X PUT http://es:9200/orders-v7" }, down: { command: "curl -X DELETE http://es:9200/orders-v7" } }
    - { id: site, up: { command: "aws s3 sync ./dist s3://site/v7/" } }
    - { id: queue, up: { command: rabbitmqadmin declare queue name=orders2 } }
    - { id: table, up: { command: aws dynamodb create-table --table-name orders2 } }
    - { id: group, up: { command: az group create -n orders2 } }
rollback:
  steps:
    - { id: site, run: "aws s3 rm s3://site/v7/ --recursive" }
    - { id: queue, run: rabbitmqadmin delete queue name=orders2 }
    - { id: table, run: aws dynamodb delete-table --table-name orders2 }
    - { id: group, run: az group delete -n orders2 }
    - { id: folder, run: rm -rf /opt/orders/releases/7.0.3 /opt/orders-7.0.3 }
`,
    },
    {
      name: 'the rollback takes the new version out of service',
      yaml: `rollback:
  steps:
    - { id: old-up, run: kubectl scale deploy/orders-v1 --replicas=6 }
    - { id: new-down, run: "kubectl scale deploy/orders-v2 --replicas=0 && helm uninstall orders-v2" }
`,
    },
    {
      name: 'the rollback puts back the offsets that were recorded, and sends a version to where it runs',
      yaml: `rollback:
  steps:
    - { id: offsets, run: kafka-consumer-groups.sh --bootstrap-server k:9092 --group g --reset-offsets --from-file before.csv --execute }
    - { id: code, run: "git push -f heroku 3f2a1bc:main" }
`,
    },
    {
      name: 'what only runs before production, and examples',
      yaml: `compatibility:
  examples:
    - { surface: cli, name: clean, old: { command: rm -rf /srv/orders }, new: { command: orders clean } }
rollout:
  stages:
    - { id: staging, environment: staging, run: kubectl delete namespace orders }
rollback:
  rehearsals:
    - { date: 2026-11-18, environment: staging, trigger: drill, command: "pg_restore --clean --dbname=orders orders.dump" }
`,
    },
    {
      name: 'a restore into a new instance',
      yaml: `backups:
  - { id: orders, ref: "rds:snapshot/orders", restore: "createdb orders_new && pg_restore --dbname=orders_new orders.dump" }
  - { id: again, ref: "rds:snapshot/orders", restore: "psql -c 'DROP DATABASE IF EXISTS orders_restored' && createdb orders_restored" }
  - { id: beside, ref: "heroku:b101", restore: heroku pg:backups:restore b101 HEROKU_POSTGRESQL_PINK --app shop }
`,
      markdown:
        '# Migration plan\n\n## Backups\n\n| Id | Reference | Restore |\n| --- | --- | --- |\n| orders | rds:snapshot/orders | `pg_restore --dbname=orders_new orders.dump` |\n',
    },
  ],
  faulty: [
    {
      name: 'rehearsed in production',
      yaml: 'rollback:\n  rehearsals:\n    - { date: 2026-11-18, environment: production, command: [|kubectl delete namespace orders-v1|] }\n',
    },
    {
      name: 'a step that does not say what it destroys',
      message:
        '"kubectl -n shop delete namespace orders-v1" deletes what holds the data, with everything in it. Nothing but a backup brings it back: name one at the step, and declare the step `reversible: false`.',
      yaml: up('sudo [|kubectl -n shop delete namespace orders-v1|]'),
      markdown: fence('sudo [|kubectl -n shop delete namespace orders-v1|]'),
    },
    {
      name: 'what can be built again',
      message:
        /^"git push --force origin main" overwrites the branch .* Say at the step whether that can be taken back/,
      yaml: up('[|git push --force origin main|]'),
      markdown: fence('[|git push --force origin main|]'),
    },
    {
      name: 'each of several, and a long one on its first line',
      yaml: up(
        '|\n          set -e\n          [|redis-cli FLUSHALL|]; echo done\n          for t in a b; do [|kafka-topics --delete --topic "$t"|]; done\n          [|aws rds delete-db-instance|] \\\n            --db-instance-identifier orders-old \\\n            --skip-final-snapshot',
      ),
      markdown: fence(
        '$ [|redis-cli FLUSHALL|]; echo done\nOK\n$ [|aws rds delete-db-instance|] \\\n  --db-instance-identifier orders-old \\\n  --skip-final-snapshot',
      ),
    },
    {
      name: 'a way back that destroys what came after',
      message: /What has been written since the change goes with it/,
      yaml: up('orders-backfill --resume\n      down: { command: "[|aws s3 rm s3://orders --recursive|]" }'),
    },
    {
      name: 'a way back that takes away more than the step has made',
      yaml: `migration:
  steps:
    - { id: folder, up: { command: mkdir -p /opt/orders/releases/7.0.3 }, down: { command: "[|rm -rf /opt/orders/releases /opt/orders/releases/7.0.3|]" } }
    - { id: site, up: { command: "aws s3 sync ./dist s3://site/" }, down: { command: "[|aws s3 rm s3://site/ --recursive|]" } }
`,
    },
    {
      name: 'a rollback that overwrites',
      message: /^"git push --force origin main" overwrites the branch .* A rollback is run in a hurry: /,
      yaml: 'rollback:\n  steps:\n    - { id: code, run: "[|git push --force origin main|]" }\n',
    },
    {
      name: 'a restore that drops first',
      message: /Restore beside production, into a new instance/,
      yaml: `backups:
  - { id: orders, ref: "rds:snapshot/orders", restore: "[|pg_restore --clean --dbname=orders orders.dump|]" }
`,
      markdown:
        '# Migration plan\n\n## Backups\n\n| Id | Reference | Restore |\n| --- | --- | --- |\n| orders | rds:snapshot/orders | `[|pg_restore --clean --dbname=orders orders.dump|]` |\n',
    },
    {
      name: 'a restore that drops by SQL, or over the database in use',
      message:
        '"DROP DATABASE shop" drops the database with its data. Restore beside production, into a new instance, and copy back what is missing.',
      yaml: `backups:
  - { id: orders, ref: "s3://b/shop.dump", restore: "psql -c '[|DROP DATABASE shop|]' && createdb shop && pg_restore -d shop shop.dump" }
  - { id: heroku, ref: "heroku:b101", restore: "[|heroku pg:backups:restore b101 DATABASE_URL --app shop|]" }
`,
    },
    {
      name: 'where no step could say it',
      message: /make it a step of the migration/,
      yaml: `rollout:
  stages:
    - { id: full, environment: production, run: "[|docker compose down -v|] && docker compose up -d" }
validation:
  smoke:
    - { check: indices are gone, run: "curl -fsS -XDELETE http://es:9200/_cache; [|curl -XDELETE http://es:9200/orders-v1|]" }
`,
    },
  ],
});
