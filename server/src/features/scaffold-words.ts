/**
 * What a new plan says where the schema's skeleton of a whole plan tells of orders and currencies. The skeleton says which keys there are;
 * this table says, by the skeleton's words, what stands in their place before anybody has thought.
 *
 * Nothing is made up that could be taken for a fact: a date, a version, a measurement, a rehearsal that took place. Those are `TBD`, which
 * `placeholder-left` reports until somebody writes them. What a careful team would choose anyway stands there to be looked at.
 */

/** As they were given, empty where they were not. */
export interface Answers {
  readonly name: string;
  readonly title: string;
  readonly owner: string;
}

/** `ask`: only the author can know. `choose`: plausible, and selected to be looked at. Plain text is settled by the answers. */
export type Filling = string | { readonly ask: string } | { readonly choose: string } | typeof LEFT_OUT;
/** A key that a new plan is better without: a value nobody has yet, and no rule asks for. */
export const LEFT_OUT = Symbol('left out');

const TBD: Filling = { ask: 'TBD' };

function ask(what: string): Filling {
  return { ask: `TBD, ${what}` };
}

function choose(text: string): Filling {
  return { choose: text };
}

/** Stand-ins in SQL, which no tool takes for real names. */
export const STAND_INS = /\b(?:your_table|old_column|new_column)\b/;

/**
 * Keyed by the skeleton's words, or by `key words` where one key differs. Words that are not here are kept, to be looked at.
 * `id` is what ids of the plan's own things begin with.
 */
export function fillings({ name, title, owner }: Answers, id: string): Readonly<Record<string, Filling>> {
  return {
    'orders-currency': name || choose(id),
    'Give every order an explicit currency': title || ask('what changes, in one line'),
    'team-payments': owner || TBD,
    '@payments-lead': TBD,
    ...change(),
    ...compatibility(),
    ...declared(id),
    ...migration(),
    ...rollout(owner),
    ...rollback(id),
    ...validation(),
  };
}

function change(): Record<string, Filling> {
  return {
    'Orders store an amount in minor units and assume euros. Every order gets an explicit currency and a decimal amount.':
      ask('what changes, for whom, and why now'),
    'orders-api': TBD,
    'orders-db': LEFT_OUT,
    'from 4.18.2': TBD,
    'to 5.0.0': TBD,
    'mobile-app': TBD,
    'team-mobile': LEFT_OUT,
    'GET /orders/42': ask('what they call or read'),
    'risk high': choose('high'),
    'rows 120000000': TBD,
    '340GiB': TBD,
    'peakWritesPerSecond 900': TBD,
    'engine postgresql': choose('postgresql'),
    'version 16': TBD,
    '250ms': LEFT_OUT,
    'INC-2041': LEFT_OUT,
  };
}

function compatibility(): Record<string, Filling> {
  return {
    'orders-v4': 'old-shape',
    'GET /v4/orders/42 keeps every field and its type': ask('what callers of today rely on and keep'),
    'GET /v5/orders/42 returns `amount` and `currency`': ask('what is different on purpose'),
    '4.18 ignores `currency` and reads `amount_cents`, kept in step by the dual write': ask(
      'what the old code does with data that the new code has written',
    ),
    '5.0 reads a missing `currency` as EUR': ask('what the new code does with data that the old code has written'),
    amount_cents: 'old_column',
    'amount and currency': 'new_column',
    '2026-12-01': TBD,
    '2027-06-01': TBD,
    'changelog 5.0.0': choose('release notes'),
    'read an order': choose('read one'),
    'GET /v4/orders/42': choose('GET /v1/things/42'),
    '{"id":42,"amount_cents":1999}': choose('{"id":42,"old_column":1}'),
    'GET /v5/orders/42': choose('GET /v2/things/42'),
    '{"id":42,"amount":"19.99","currency":"EUR"}': choose('{"id":42,"new_column":1}'),
    'contract/orders-v4.pact.json': ask('the tests of the old shape'),
    'contract/orders-v5.pact.json': ask('the tests of the new shape'),
  };
}

function declared(id: string): Record<string, Filling> {
  return {
    'error-rate': 'error-rate',
    'p99-latency': 'p99-latency',
    'amount-mismatch': 'dual-write-mismatch',
    'amount-cents-readers': 'old-column-readers',
    'https://grafana.example.com/d/orders': LEFT_OUT,
    'https://grafana.example.com/d/orders-migration': LEFT_OUT,
    '0.1%': LEFT_OUT,
    '180ms': LEFT_OUT,
    'sum(rate(orders_dual_write_mismatch_total[5m]))': choose('sum(rate(dual_write_mismatch_total[5m]))'),
    'sum(rate(orders_field_read_total{field="amount_cents"}[1d]))': choose(
      'sum(rate(field_read_total{field="old_column"}[1d]))',
    ),
    'orders-write-amount': `${id}-write`,
    '2027-02-01': TBD,
    'orders-before-contract': `${id}-before-contract`,
    'rds:snapshot/orders-2027-05-31': TBD,
    'aws rds restore-db-instance-from-db-snapshot --db-snapshot-identifier orders-2027-05-31 --db-instance-identifier orders-restore':
      choose('pg_restore --dbname=restored before-contract.dump'),
    '42m': TBD,
    '2026-11-18': TBD,
  };
}

function migration(): Record<string, Filling> {
  return {
    'Mobile 4.x and the ledger keep reading `amount_cents` while every new row already carries both shapes.': ask(
      'who keeps reading the old shape, and why it stays complete',
    ),
    orders: 'your_table',
    amount: 'new_column',
    'amount-cents': 'old-column',
    '5.0.0': choose('2.0.0'),
    '5.0.1': choose('2.0.1'),
    '5.2.0': choose('2.2.0'),
    'orders-backfill --table orders --batch 5000 --sleep 200ms --resume': choose(
      'backfill --table your_table --batch 5000 --sleep 200ms --resume',
    ),
    '@dba-oncall': TBD,
  };
}

function rollout(owner: string): Record<string, Filling> {
  return {
    'payments-oncall': owner || TBD,
    '#payments-releases': choose('#releases'),
    'api changelog': choose('release notes'),
  };
}

function rollback(id: string): Record<string, Filling> {
  return {
    'two customer reports of a wrong amount': choose('two customer reports of wrong data'),
    'orders-api back to 4.18.2': ask('which version the code goes back to'),
    'kubectl rollout undo deployment/orders-api --to-revision=41': choose(
      `kubectl rollout undo deployment/${id} --to-revision=1`,
    ),
    '14:02': TBD,
    '14:09': TBD,
    '7m': TBD,
    'result passed': TBD,
  };
}

function validation(): Record<string, Filling> {
  return {
    'place an order in EUR and in USD': ask('what users write most, end to end'),
    'scripts/smoke.sh orders': choose('scripts/smoke.sh write'),
    'read a 2019 order through v4 and v5': ask('what users read most, on data from before the change'),
    'scripts/smoke.sh history': choose('scripts/smoke.sh read'),
    'the ledger consumes one new event': ask('what the next system receives'),
    'scripts/smoke.sh ledger': choose('scripts/smoke.sh downstream'),
    'an order in JPY has no decimals': ask('the case that the change is for'),
    'tests/jpy.spec.ts': TBD,
    'p99 of GET /v5/orders stays under 250ms at 900 rps': choose('p99-latency stays within its limit at peak load'),
    'load/orders.js': ask('the load test'),
    'both pact files pass against 5.0.0': choose('the tests of both shapes pass against the new version'),
    'npm run contract': ask('the command or the pipeline'),
    'amounts are not logged': choose('nothing is logged that was not logged before'),
    'team-security': LEFT_OUT,
    'rehearsal of 2026-11-18': choose('the rehearsal in staging'),
    'PAY-430': TBD,
  };
}
