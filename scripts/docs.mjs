// `npm run docs`: what is said in more than one place is made from one: README's rule table, docs/rules/README.md and the options on the
// rules' pages from the rules and their pages, the keys of the policy's schema too, docs/settings.md from the manifest. `--check` writes nothing and fails where something is stale.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { policySchema } from './policy-schema.mjs';

const GROUPS = {
  structure: 'Structure',
  compatibility: 'Compatibility',
  migration: 'Migration',
  locks: 'Locks and downtime',
  stages: 'Stages',
  'abort-criteria': 'Abort criteria and metrics',
  rollback: 'Rollback',
  irreversible: 'Irreversible steps and backups',
  rehearsal: 'Rehearsal',
  flags: 'Feature flags',
  checklist: 'Checklist',
  bundle: 'Across the artifacts of a bundle',
  sql: 'SQL',
  commands: 'Commands',
};

const read = (path) => readFileSync(path, 'utf8');
const rules = JSON.parse(
  execFileSync(process.execPath, ['dist/cli.js', 'rules', '--format', 'json'], { encoding: 'utf8' }),
);

/** The first sentence below the title of a rule's page. */
function summaryOf({ group, id }) {
  const [, summary = ''] = /^# .*\n+(.+)/.exec(read(`docs/rules/${group}/${id}.md`)) ?? [];
  return summary.trim();
}

function byGroup() {
  return Object.entries(GROUPS).flatMap(([group, title]) => {
    const own = rules.filter((rule) => rule.group === group);
    return own.length > 0 ? [{ title, rules: own }] : [];
  });
}

function rulesIndex() {
  const sections = byGroup().map(({ title, rules }) => {
    const rows = rules.map((rule) => {
      const fix = rule.fixable ? 'yes' : '';
      return `| [${rule.id}](${rule.group}/${rule.id}.md) | ${rule.severity} | ${fix} | ${summaryOf(rule)} |`;
    });
    return `## ${title}\n\n| rule | severity | quick fix | flags |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# The rules\n\nMade by \`npm run docs\`. A severity can be changed, or a rule switched off, with the setting [\`rolloutPlan.rules\`](../settings.md).\n\n${sections.join('\n')}`;
}

function readme() {
  const rows = byGroup().map(({ title, rules }) => {
    const links = rules.map(({ group, id }) => `[${id}](docs/rules/${group}/${id}.md)`);
    return `| ${title} | ${links.join(', ')} |`;
  });
  const table = `| group | rules |\n| --- | --- |\n${rows.join('\n')}\n`;
  const text = read('README.md').replace(
    /(<!-- rules:begin -->\n)[\s\S]*?(<!-- rules:end -->)/,
    (_, begin, end) => `${begin}${table}${end}`,
  );
  // Written by `npm run bench`.
  const isMeasured = existsSync('docs/performance.md') && !text.includes('(docs/performance.md)');
  return isMeasured
    ? text.replace(/(?= · \[docs\/settings\.md\])/, ' · [docs/performance.md](docs/performance.md)')
    : text;
}

function settings() {
  const manifest = JSON.parse(read('package.json'));
  const words = JSON.parse(read('package.nls.json'));
  const say = (text) => (text ?? '').replace(/^%(.+)%$/, (_, key) => words[key] ?? key);
  const { properties } = [manifest.contributes.configuration].flat()[0];
  const sections = Object.entries(properties).map(([key, setting]) => {
    const values = setting.enum?.map((value, at) => {
      const about = say((setting.markdownEnumDescriptions ?? setting.enumDescriptions ?? [])[at]);
      return `- \`${value}\`${about ? `: ${about}` : ''}`;
    });
    const about = say(setting.markdownDescription ?? setting.description);
    const initial = `Default: \`${JSON.stringify(setting.default)}\`. Scope: ${setting.scope ?? 'window'}.`;
    return [`## ${key}`, about, values?.join('\n'), initial].filter(Boolean).join('\n\n');
  });
  return `# Settings\n\nMade by \`npm run docs\` from the extension's manifest.\n\n${sections.join('\n\n')}\n`;
}

/** The page of a rule with the table of its options: above "Quick fix", and only where there are some. */
function rulePage({ group, id, options }) {
  const rows = options.map(
    ({ name, kind, default: initial, description }) => `| \`${name}\` | ${kind} | \`${initial}\` | ${description} |`,
  );
  const table = `## Options\nSet in the [policy](../../policy.md).\n\n| option | kind | default | |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n\n`;
  const text = read(`docs/rules/${group}/${id}.md`).replace(/^## Options\n[\s\S]*?(?=^## )/m, '');
  return rows.length > 0 ? text.replace(/^(?=## Quick fix$)/m, () => table) : text;
}

/** Its text as it is where it says the same: how JSON is laid out is the formatter's affair. */
function json(value, path) {
  const old = read(path);
  const same = JSON.stringify(JSON.parse(old)) === JSON.stringify(value);
  return same ? old : `${JSON.stringify(value, undefined, 2)}\n`;
}

const files = {
  'docs/rules/README.md': rulesIndex(),
  'README.md': readme(),
  'docs/settings.md': settings(),
  'schemas/policy.schema.json': json(policySchema(rules, summaryOf), 'schemas/policy.schema.json'),
  ...Object.fromEntries(rules.map((rule) => [`docs/rules/${rule.group}/${rule.id}.md`, rulePage(rule)])),
};
for (const [path, text] of Object.entries(files)) {
  let old = '';
  try {
    old = read(path);
  } catch {}
  if (old === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is stale: run \`npm run docs\``);
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
