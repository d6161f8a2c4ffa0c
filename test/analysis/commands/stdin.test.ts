import { describe, expect, it, test } from 'vitest';
import { commandFacts, commandsIn } from '../../../server/src/analysis/commands/index.ts';

const namesIn = (text: string): string[] => commandsIn(text).map(({ name }) => name);
const BODY = "<<'EOF'\ndropdb orders\nEOF";

describe('a here-document that a shell reads holds commands', () => {
  it.each([
    [`bash ${BODY}`],
    [`bash -s ${BODY}`],
    [`bash -s -- orders ${BODY}`],
    [`bash -euo pipefail ${BODY}`],
    [`sudo -u postgres sh ${BODY}`],
    [`su - postgres ${BODY}`],
    [`ssh db1 ${BODY}`],
    [`ssh -p 2222 deploy@db1 ${BODY}`],
    [`ssh db1 bash ${BODY}`],
    [`ssh db1 'bash -s' ${BODY}`],
    [`ssh db1 'sudo bash' ${BODY}`],
    [`kubectl exec -i db-0 -- sh ${BODY}`],
    ["cat <<'EOF' | bash\ndropdb orders\nEOF"],
    ["cat <<'EOF' | ssh db1\ndropdb orders\nEOF"],
    ['bash <<EOF && echo done\ndropdb orders\nEOF'],
  ])('%s', (text) => expect(namesIn(text)).toContain('dropdb'));

  it('each command knows its place, and what comes after is read as before', () => {
    const text = `ssh db1 <<EOF\nset -e\nsudo dropdb orders\nEOF\nvacuumdb shop`;
    expect(commandsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'ssh db1',
      'set -e',
      'dropdb orders',
      'vacuumdb shop',
    ]);
  });
});

describe('what other programs read holds none', () => {
  it.each([
    `cat ${BODY}`,
    `cat > orders.sh ${BODY}`,
    `bash deploy.sh ${BODY}`,
    `bash -c 'cat > a.sh' ${BODY}`,
    `ssh db1 'cat > a.sh' ${BODY}`,
    `ssh db1 tee a.sh ${BODY}`,
    `psql shop ${BODY}`,
    "cat head.sh - <<'EOF' | bash\ndropdb orders\nEOF",
    "sed s/orders/x/ <<'EOF' | bash\ndropdb orders\nEOF",
  ])('%s', (text) => expect(namesIn(text)).not.toContain('dropdb'));
});

test.each(["ssh db1 <<'EOF'\nrm -rf /var/lib/mysql\nEOF", "bash <<'EOF'\nrm -rf /var/lib/mysql\nEOF"])('%s', (text) =>
  expect(commandFacts(text).map(({ damage }) => damage)).toEqual(['irreversible']),
);
