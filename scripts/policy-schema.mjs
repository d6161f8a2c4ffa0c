// The part of `schemas/policy.schema.json` that follows from elsewhere: a key for each rule, with its options, and one for each heading.
import { readFileSync } from 'node:fs';

const read = (file) => JSON.parse(readFileSync(`schemas/${file}`, 'utf8'));

const KINDS = {
  duration: { $ref: 'common.schema.json#/definitions/duration' },
  percent: { $ref: 'common.schema.json#/definitions/percent' },
  number: { type: 'number', minimum: 0 },
  boolean: { type: 'boolean' },
};

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const camel = (id) => id.split('-').map(capital).join('');
const plain = (text) => text.replace(/[`*]/g, '');

/** `rules` as `rollout-plan rules --format json` prints them; `summaryOf` gives the first sentence of a rule's page. */
export function policySchema(rules, summaryOf) {
  const schema = read('policy.schema.json');
  // These are written by hand; all other definitions are made here.
  const { Rules, RuleSetting, severity, FileGlob, Headings, labels } = schema.definitions;
  const own = Object.fromEntries(
    rules
      .filter(({ options }) => options.length > 0)
      .map((rule) => [`${camel(rule.id)}Setting`, settingOf(rule, RuleSetting)]),
  );
  Rules.properties = Object.fromEntries(
    rules.map((rule) => [rule.id, ruleKey(rule, summaryOf(rule), own[`${camel(rule.id)}Setting`])]),
  );
  Headings.properties = headingKeys();
  return { ...schema, definitions: { Rules, RuleSetting, severity, FileGlob, Headings, labels, ...own } };
}

function ruleKey({ id, severity }, summary, own) {
  return {
    $ref: `#/definitions/${own ? `${camel(id)}Setting` : 'RuleSetting'}`,
    title: id,
    description: plain(summary),
    markdownDescription: `${summary} By default: \`${severity}\`.`,
  };
}

function settingOf({ id, options }, { properties, ...base }) {
  const limits = options.map(({ name, kind, default: initial, description }) => [
    name,
    {
      ...KINDS[kind],
      title: capital(name.replace(/([A-Z])/g, ' $1').toLowerCase()),
      description: plain(description),
      markdownDescription: `${description} By default \`${initial}\`.`,
      examples: [kind === 'number' ? Number(initial) : kind === 'boolean' ? initial !== 'true' : initial],
    },
  ]);
  const body = Object.fromEntries(
    limits.map(([name, { examples }]) => [
      name,
      typeof examples[0] === 'string' ? `\${1:${examples[0]}}` : examples[0],
    ]),
  );
  return {
    ...base,
    title: capital(id.replaceAll('-', ' ')),
    defaultSnippets: [{ label: 'limits', description: 'The limits, with the severity as it is', body }],
    properties: { ...properties, ...Object.fromEntries(limits) },
  };
}

/** What has sections: plans, their parts, records, and these two of what their lists hold. */
const SECTIONED = ['Stage', 'Step'];
const FILES = ['rollout-plan', 'compatibility', 'migration', 'rollout', 'rollback', 'validation', 'rehearsal'];

/** Whatever a heading can stand for. */
function headingKeys() {
  const titles = new Map();
  for (const file of FILES) {
    const { properties, definitions = {} } = read(`${file}.schema.json`);
    for (const unit of [{ properties }, ...SECTIONED.flatMap((name) => definitions[name] ?? [])])
      for (const [key, { title }] of Object.entries(unit.properties)) titles.set(key, titles.get(key) ?? title);
  }
  titles.delete('$schema');
  titles.delete('rolloutPlan');
  const keys = [...titles.keys()].sort();
  return Object.fromEntries(keys.map((key) => [key, labelsOf(key, titles.get(key))]));
}

function labelsOf(key, title) {
  const description = `Further headings for ${title.toLowerCase()}.`;
  return { $ref: '#/definitions/labels', title: `${key} headings`, description, markdownDescription: description };
}
