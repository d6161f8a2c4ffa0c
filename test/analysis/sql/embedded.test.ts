import { describe, expect, it } from 'vitest';
import {
  type Engine,
  embeddedSql,
  scanStatements,
  sqlFiles,
  type TextRange,
} from '../../../server/src/analysis/sql/index.ts';

const found = (line: string, declared?: Engine) =>
  embeddedSql(line, declared).map(({ sql, engine }) => `${engine}: ${sql}`);

it.each([
  [`psql -c "DROP TABLE a"`, ['postgresql: DROP TABLE a']],
  [
    `psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -c 'DROP TABLE a' --command="DROP TABLE b"`,
    ['postgresql: DROP TABLE a', 'postgresql: DROP TABLE b'],
  ],
  [`psql -Atc 'SELECT 1'`, ['postgresql: SELECT 1']],
  [`psql -c'SELECT 1'`, ['postgresql: SELECT 1']],
  [`psql -h db -U app -d shop`, []],
  [`PGPASSWORD=x /usr/bin/psql -c "SELECT \\"a\\""`, ['postgresql: SELECT "a"']],
  [`kubectl exec -it db-0 -- psql -U app -c "DROP TABLE a"`, ['postgresql: DROP TABLE a']],
  [`docker compose exec db mysql -uroot shop -e 'DROP TABLE a; DROP TABLE b'`, ['mysql: DROP TABLE a; DROP TABLE b']],
  [`mysql --execute="DROP TABLE a"`, ['mysql: DROP TABLE a']],
  [`mysql -Ne 'SELECT 1'`, ['mysql: SELECT 1']],
  [`mariadb -e 'DROP TABLE a'`, ['mariadb: DROP TABLE a']],
  [`sqlcmd -S db -d shop -Q "DROP TABLE dbo.A"`, ['sqlserver: DROP TABLE dbo.A']],
  [`sqlite3 -bail app.db "DROP TABLE a" 'VACUUM'`, ['sqlite: DROP TABLE a', 'sqlite: VACUUM']],
  [`sqlite3 app.db`, []],
  [`mongosh "mongodb://db/shop" --eval 'db.a.drop()'`, ['mongodb: db.a.drop()']],
  [`cockroach sql --execute="DROP TABLE a"`, ['cockroachdb: DROP TABLE a']],
  [`echo "DROP TABLE a;" | psql shop`, ['postgresql: DROP TABLE a;']],
  [`psql shop <<< 'DROP TABLE a'`, ['postgresql: DROP TABLE a']],
  [`psql shop <<'SQL'\nDROP TABLE a;\nSQL\necho done`, ['postgresql: DROP TABLE a;\n']],
  [
    `psql shop <<-SQL\n\tDROP TABLE a;\n\tSQL\nmysql -e 'SELECT 1'`,
    ['postgresql: \tDROP TABLE a;\n', 'mysql: SELECT 1'],
  ],
  [`aws ecs execute-command --cluster c --task t --command "psql -c 'DROP TABLE a'"`, ['postgresql: DROP TABLE a']],
  [`aws ecs execute-command --command="psql -c 'DROP TABLE a'" --task t`, ['postgresql: DROP TABLE a']],
  [`gcloud compute ssh db1 --command "psql -c 'DROP TABLE a'"`, ['postgresql: DROP TABLE a']],
  [`sudo ansible db -m shell -a "psql -c 'DROP TABLE a'"`, ['postgresql: DROP TABLE a']],
  [`aws ecs describe-tasks --command "psql -c 'DROP TABLE a'"`, []],
  [`heroku pg:psql -a shop -c 'DROP TABLE a'`, ['postgresql: DROP TABLE a']],
  [`echo "TRUNCATE a" | heroku pg:psql -a shop`, ['postgresql: TRUNCATE a']],
  [`cat <<'SQL' | psql shop\nDROP TABLE a;\nSQL`, ['postgresql: DROP TABLE a;\n']],
  [`cat <<'SQL' | ssh db1 psql shop\nDROP TABLE a;\nSQL\necho done`, ['postgresql: DROP TABLE a;\n']],
  [`cat head.sql - <<'SQL' | psql shop\nDROP TABLE a;\nSQL`, []],
  [`cat <<'SQL' > a.sql\nDROP TABLE a;\nSQL`, []],
  [`ssh db1 <<'EOF'\npsql -c 'DROP TABLE a'\nEOF`, ['postgresql: DROP TABLE a']],
  [`ssh db1 'bash -s' <<'EOF'\npsql -c 'DROP TABLE a'\nEOF`, ['postgresql: DROP TABLE a']],
  [`ssh db1 'cat > a.sh' <<'EOF'\npsql -c 'DROP TABLE a'\nEOF`, []],
  [`cat <<'EOF' | bash\npsql -c 'DROP TABLE a'\nEOF`, ['postgresql: DROP TABLE a']],
  [`ssh db "psql -c 'DROP TABLE a'"`, ['postgresql: DROP TABLE a']],
  [`sh -c 'psql -c "DROP TABLE a"'`, ['postgresql: DROP TABLE a']],
  [`psql \\\n  -c "DROP TABLE a"`, ['postgresql: DROP TABLE a']],
  [`# psql -c "DROP TABLE a"`, []],
  [`echo psql-c "DROP TABLE a"`, []],
  [`psql -c "unterminated`, ['postgresql: unterminated']],
  [`psql \\\r\n  -c "DROP TABLE a"`, ['postgresql: DROP TABLE a']],
  [`psql -c $'DROP TABLE a'`, ['postgresql: DROP TABLE a']],
  [`psql -c "DROP TABLE a\\`, ['postgresql: DROP TABLE a\\']],
  [`psql shop <<''\nDROP TABLE a\n`, []],
  [`psql shop < < -c "DROP TABLE a"`, ['postgresql: DROP TABLE a']],
  [`# all of them\npsql -c "DROP TABLE a"`, ['postgresql: DROP TABLE a']],
  [`psql -c ""`, ['postgresql: ']],
  [`psql -check`, []],
  [
    `gh-ost --database=shop --table=invoices --alter='DROP COLUMN street' --execute`,
    ['unknown: ALTER TABLE invoices DROP COLUMN street'],
  ],
  [
    `kubectl exec db-0 -- /usr/bin/gh-ost -table invoices -alter "DROP COLUMN street" -execute`,
    ['unknown: ALTER TABLE invoices DROP COLUMN street'],
  ],
  [
    `gh-ost --alter='ALTER TABLE shop.invoices DROP street' --execute`,
    ['unknown: ALTER TABLE shop.invoices DROP street'],
  ],
  [
    `pt-online-schema-change --alter 'DROP COLUMN street' --alter-foreign-keys-method=auto D=shop,t=invoices --execute`,
    ['unknown: ALTER TABLE invoices DROP COLUMN street'],
  ],
  [`gh-ost --table=invoices --alter='DROP COLUMN street'`, []],
  [`gh-ost --table=invoices --alter='DROP COLUMN street' --test-on-replica --execute`, []],
  [`pt-online-schema-change --alter 'DROP COLUMN street' D=shop,t=invoices --dry-run`, []],
  [`pt-online-schema-change --alter 'DROP a' D=shop,t=invoices --execute --no-drop-old-table`, []],
  [`pt-online-schema-change --alter 'DROP a' D=shop --execute`, []],
  [`gh-ost --table=invoices --execute`, []],
  [`gh-ost --table=invoices --alter= --execute --alter`, []],
  [`gh-ost --table=invoices --execute --alter`, []],
  [`psql -c "DROP TABLE a" >`, ['postgresql: DROP TABLE a']],
  [`psql -c "DROP TABLE a" >\necho done`, ['postgresql: DROP TABLE a']],
  [`psql -c "DROP TABLE a" <\necho done`, ['postgresql: DROP TABLE a']],
  [`sh -c "psql <<SQL\n"`, ['postgresql: ']],
  [`> log | psql shop`, []],
  [`ssh a "ssh b \\"ssh c 'ssh d psql -c x'\\""`, []],
])('%s', (line, expected) => expect(found(line)).toEqual(expected));

it('an engine of the same dialect is believed', () => {
  expect(found('psql -c "SELECT 1"', 'cockroachdb')).toEqual(['cockroachdb: SELECT 1']);
  expect(found('psql -c "SELECT 1"', 'mysql')).toEqual(['postgresql: SELECT 1']);
});

describe('parts know where they stand in the line', () => {
  it.each([
    [`psql -c "DROP TABLE a"`, 'DROP TABLE a', 'a'],
    [`psql -c "DROP TABLE \\"Orders\\" CASCADE"`, `DROP TABLE \\"Orders\\" CASCADE`, `"Orders\\"`],
    [`ssh db "psql -c 'DROP TABLE a'" && true`, 'DROP TABLE a', 'a'],
    [`psql <<SQL\nSELECT 1;\nDROP TABLE a;\nSQL`, 'DROP TABLE a', 'a'],
    [`psql -c 'DROP TABLE '"a"`, `DROP TABLE '"a`, 'a'],
  ])('%s', (line, statement, table) => {
    const [embedded] = embeddedSql(line);
    const dropped = scanStatements(embedded?.sql ?? '', 'postgresql').at(-1);
    const words = (range: TextRange | undefined) => {
      const place = range && embedded?.part(range);
      return place && line.slice(place.from, place.to);
    };
    expect(words(dropped?.range)).toBe(statement);
    expect(words(dropped?.actions[0]?.table?.range)).toBe(table);
  });
});

it.each([
  ['psql -f migrations/V115__drop.sql', ['migrations/V115__drop.sql']],
  ['psql --file=a.sql < b.sql', ['a.sql', 'b.sql']],
  ['mysql shop < "dump of july.sql"', []],
  ['sqlcmd -i C:\\db\\a.sql', ['C:dba.sql']],
  ['psql -f *.sql', []],
  ['cat a.sql b.txt | psql', ['a.sql']],
])('files: %s', (line, paths) => {
  expect(sqlFiles(line).map(({ path }) => path)).toEqual(paths);
  for (const { path, range } of sqlFiles(line))
    if (!line.includes('\\')) expect(line.slice(range.from, range.to)).toBe(path);
});
