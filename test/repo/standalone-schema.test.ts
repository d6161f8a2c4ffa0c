/** The plan's schema in one file, read by the engine of Red Hat's YAML extension: what people have in editors that know nothing of us. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { SettingsState } from 'yaml-language-server/out/src/yamlSettings.js';
import manifest from '../../package.json';
import { readText } from '../support/schemas.ts';

const FILE = 'schemas/standalone/rollout-plan.schema.json';
const URL_OF_SCHEMA = new URL(`../../${FILE}`, import.meta.url).href;
const EXAMPLE = readText('examples/orders-currency/rollout-plan.yaml');
const [plans] = manifest.contributes.yamlValidation;

/** With what the manifest contributes, as Red Hat's extension hands it on. */
function engine() {
  const asked: string[] = [];
  const service = getLanguageService({
    schemaRequestService: async (uri) => {
      asked.push(uri);
      return readFileSync(new URL(uri), 'utf8');
    },
    workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).href },
    telemetry: { send: fail, sendError: fail, sendTrack: fail },
    yamlSettings: new SettingsState(),
    clientCapabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
  });
  const schemas = [{ uri: URL_OF_SCHEMA, fileMatch: plans?.fileMatch ?? [] }];
  service.configure({ validate: true, completion: true, hover: true, customTags: [], yamlVersion: '1.2', schemas });
  return { service, asked };
}

async function fail(...said: unknown[]): Promise<never> {
  throw new Error(JSON.stringify(said));
}

let folders = 0;

/** In a folder of its own: the engine keeps what it has read by name and version. */
const plan = (text: string, name = 'rollout-plan.yaml') =>
  TextDocument.create(`file:///${++folders}/${name}`, 'yaml', 1, text);

const messages = async (text: string, name?: string) =>
  (await engine().service.doValidation(plan(text, name), false)).map(({ message }) => message);

describe('the standalone schema', () => {
  it('is what the manifest offers', () => {
    expect(plans?.url).toBe(`./${FILE}`);
  });

  it('stands alone', async () => {
    const { service, asked } = engine();
    await service.doValidation(plan(EXAMPLE), false);
    expect(asked).toEqual([URL_OF_SCHEMA]);
    expect(readText(FILE)).not.toMatch(/"x-[a-z]/);
  });

  it.each(['rollout-plan.yaml', 'rollout-plan.yml', 'orders.rollout-plan.yaml'])(
    'accepts the example as %s',
    async (name) => {
      expect(await messages(EXAMPLE, name)).toEqual([]);
    },
  );

  it('accepts the reference plan', async () => {
    expect(await messages(readText('test/e2e/fixtures/clean/rollout-plan.yaml'))).toEqual([]);
  });

  it('refuses a misspelt key, and a duration that no tool reads', async () => {
    const faulty = EXAMPLE.replace(/^status:/m, 'statsu:').replace('soak: 2h', 'soak: 2 hours');
    const told = await messages(faulty);
    expect(told).toHaveLength(2);
    expect(told.join()).toContain('Property statsu is not allowed');
    expect(told.join()).toContain('does not match the pattern');
  });

  it('says nothing of manifests that other tools call rollouts', async () => {
    const manifest = readText('test/e2e/fixtures/plain/canary.rollout.yaml');
    expect(await messages(manifest, 'canary.rollout.yaml')).toEqual([]);
  });

  it('explains keys and completes them', async () => {
    const { service } = engine();
    const document = plan(EXAMPLE);
    const hover = await service.doHover(document, document.positionAt(EXAMPLE.indexOf('\nrollout:') + 3));
    expect(JSON.stringify(hover)).toContain('How the change reaches everybody');
    const begun = plan('rolloutPlan: 1\n');
    const { items } = await service.doComplete(begun, { line: 1, character: 0 }, false);
    expect(items.map(({ label }) => label)).toContain('migration');
  });
});
