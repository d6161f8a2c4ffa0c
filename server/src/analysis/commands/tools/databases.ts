/** Programs of databases, and tools that migrate them. SQL inside their words is read elsewhere. */
import { hasAny } from '../arguments.ts';
import { forms, type Tool, tool } from '../table.ts';

const DATABASE = 'drops the database with its data';
const ALL = 'drops every table and builds the schema anew, without the data';
const SCHEMA = 'drops everything in the schema';
const REVERTS = 'takes back every migration, and with each what it has stored';
const MONGO = /\.(?:dropDatabase|drop|remove\(\s*\{\s*\}|deleteMany\(\s*\{\s*\})\s*\(?/;

export const DATABASES: readonly Tool[] = [
  tool('dropdb', {
    valued: '-h -p -U --host --port --username --maintenance-db',
    forms: [{ damage: 'irreversible', loss: DATABASE }],
  }),
  tool('pg_restore', {
    valued: '-h -p -U -d --dbname --host --port --username -j --jobs -t --table -n --schema -F --format -f --file',
    safe: '-l|--list|-f|--file',
    forms: [
      {
        needs: ['--clean|-c'],
        damage: 'irreversible',
        loss: 'drops what it restores, with everything that was written since the dump',
      },
    ],
  }),
  tool('pg_dropcluster', {
    forms: [{ damage: 'irreversible', loss: 'deletes the cluster with every database in it' }],
  }),
  tool('mysqladmin mariadb-admin', { valued: '-h -u -P', forms: forms('irreversible', DATABASE, ['drop']) }),
  tool('mongorestore', {
    valued: '--uri --host --port --db -d --collection -c --archive --nsInclude --nsFrom --nsTo',
    forms: [
      {
        needs: ['--drop'],
        damage: 'irreversible',
        loss: 'drops each collection before it restores it, with everything that was written since',
      },
    ],
  }),
  tool('mongosh mongo', {
    valued: '--host --port -u -p',
    forms: [
      {
        when: ({ command }) => command.words.some(({ text }) => MONGO.test(text)),
        damage: 'irreversible',
        loss: 'drops collections with their documents',
      },
    ],
  }),
  tool('influx', {
    valued: '--bucket -b --org -o --start --stop --predicate',
    forms: forms('irreversible', 'deletes points or the whole bucket', ['delete', 'bucket delete']),
  }),
  tool('flyway', {
    safe: '-cleanDisabled',
    forms: [{ when: (_, words) => words.includes('clean'), damage: 'irreversible', loss: SCHEMA }],
  }),
  tool('liquibase', {
    forms: [
      { when: (_, words) => words.some((word) => /^drop-?all$/i.test(word)), damage: 'irreversible', loss: SCHEMA },
    ],
  }),
  tool('rails rake bin/rails', {
    forms: forms('irreversible', ALL, [
      'db:drop|db:reset|db:migrate:reset|db:schema:load|db:purge|db:truncate_all|db:drop:all',
    ]),
  }),
  tool('prisma', {
    valued: '--schema',
    forms: [
      ...forms('irreversible', ALL, ['migrate reset']),
      {
        sub: 'db push',
        needs: ['--accept-data-loss|--force-reset'],
        damage: 'irreversible',
        loss: 'drops columns and tables that the schema no longer has',
      },
    ],
  }),
  tool('alembic', {
    valued: '-c --config -n --name -x',
    safe: '--sql',
    forms: [{ sub: 'downgrade', target: /^base$/, damage: 'irreversible', loss: REVERTS }],
  }),
  tool('flask', {
    valued: '--app',
    forms: [{ sub: 'db downgrade', target: /^base$/, damage: 'irreversible', loss: REVERTS }],
  }),
  tool('php artisan', {
    forms: [
      ...forms('irreversible', ALL, [
        'artisan migrate:fresh|migrate:refresh|db:wipe',
        'migrate:fresh|migrate:refresh|db:wipe',
      ]),
      ...forms('irreversible', REVERTS, ['artisan migrate:reset', 'migrate:reset']),
      ...forms('irreversible', DATABASE, ['bin/console doctrine:database:drop|doctrine:schema:drop'], {
        needs: ['--force'],
      }),
    ],
  }),
  tool('python python3 django-admin manage.py', {
    valued: '--settings --database -m',
    safe: '--plan',
    forms: [
      {
        when: (_, words) => isDjango(words, 'flush|reset_db|sqlflush'),
        damage: 'irreversible',
        loss: 'deletes every row of every table',
      },
      {
        when: (_, words) => isDjango(words, 'migrate') && words.at(-1) === 'zero',
        damage: 'irreversible',
        loss: REVERTS,
      },
    ],
  }),
  tool('knex', { forms: [{ sub: 'migrate:rollback', needs: ['--all'], damage: 'irreversible', loss: REVERTS }] }),
  tool('sequelize sequelize-cli', {
    valued: '--env',
    forms: [
      ...forms('irreversible', DATABASE, ['db:drop']),
      ...forms('irreversible', REVERTS, ['db:migrate:undo:all']),
    ],
  }),
  tool('typeorm typeorm-ts-node-commonjs', {
    valued: '-d --dataSource',
    forms: forms('irreversible', SCHEMA, ['schema:drop']),
  }),
  tool('mix', { forms: forms('irreversible', DATABASE, ['ecto.drop|ecto.reset']) }),
  tool('migrate', {
    valued: '-path -database -source -verbose',
    forms: [
      ...forms('irreversible', SCHEMA, ['drop']),
      {
        sub: 'down',
        when: (args, rest) => rest.length === 0 || hasAny(args, '-all|--all'),
        damage: 'irreversible',
        loss: REVERTS,
      },
    ],
  }),
  tool('goose', {
    valued: '-dir',
    forms: [
      {
        when: (_, words) => words.includes('reset') || words.join(' ').endsWith('down-to 0'),
        damage: 'irreversible',
        loss: REVERTS,
      },
    ],
  }),
  tool('dbmate', { valued: '-u --url -e --env', forms: forms('irreversible', DATABASE, ['drop']) }),
  tool('sqlx diesel', { forms: forms('irreversible', DATABASE, ['database drop|reset']) }),
  tool('supabase', { forms: forms('irreversible', ALL, ['db reset'], { needs: ['--linked|--db-url'] }) }),
  tool('atlas', { valued: '-u --url', forms: forms('irreversible', SCHEMA, ['schema clean']) }),
  tool('dotnet', {
    valued: '--project --startup-project -c --context --connection',
    forms: [
      ...forms('irreversible', DATABASE, ['ef database drop']),
      { sub: 'ef database update', target: /^0$/, damage: 'irreversible', loss: REVERTS },
    ],
  }),
];

function isDjango(words: readonly string[], names: string): boolean {
  const at = words.findIndex((word) => /(?:^|\/)manage\.py$/.test(word));
  return names.split('|').includes(words[at + 1] ?? '');
}
