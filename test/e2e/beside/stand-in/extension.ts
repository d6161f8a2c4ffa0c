/**
 * Stands in for Red Hat's YAML extension, which no registry of packages has. The language server is theirs; what is between it and the
 * editor does what version 1.25.0 does (`src/extension.ts` and `src/schema-extension-api.ts` of redhat-developer/vscode-yaml), without
 * telemetry, the schema store and the choice of a schema. Whoever tests learns from it what the server has said.
 */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { Contributors } from './contributors.ts';

export interface StandIn {
  registerContributor: Contributors['register'];
  /** What the language server said of a document, each time that it did. */
  reports(uri: vscode.Uri): readonly (readonly vscode.Diagnostic[])[];
}

export function activate(context: vscode.ExtensionContext): StandIn {
  const module = require.resolve('yaml-language-server/out/src/server.js');
  const said = new Map<string, vscode.Diagnostic[][]>();
  const contributors = new Contributors();
  const client = new LanguageClient(
    'yaml',
    'YAML Support',
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [{ language: 'yaml' }],
      synchronize: {
        fileEvents: [vscode.workspace.createFileSystemWatcher('{**/*.json,**/*.yaml,**/*.eyaml,**/*.yml}')],
      },
      middleware: {
        handleDiagnostics(uri, diagnostics, next) {
          said.set(uri.toString(), [...(said.get(uri.toString()) ?? []), diagnostics]);
          next(uri, diagnostics);
        },
      },
    },
  );
  context.subscriptions.push(client);
  // The real one does not wait either: it is active before its server is.
  void start(client, contributors);
  return {
    registerContributor: (...contributor) => contributors.register(...contributor),
    reports: (uri) => said.get(uri.toString()) ?? [],
  };
}

async function start(client: LanguageClient, contributors: Contributors): Promise<void> {
  client.onRequest('custom/schema/request', (resource: string) => contributors.schemasOf(resource));
  client.onRequest('custom/schema/content', (schema: string) => contributors.contentOf(schema));
  await client.start();
  await client.sendNotification('json/schemaAssociations', associations());
  await client.sendNotification('yaml/registerCustomSchemaRequest');
}

/** What manifests offer, in the form that the language server asks for. */
function associations(): { fileMatch: string[]; uri: string }[] {
  return vscode.extensions.all.flatMap(({ packageJSON, extensionUri }) => {
    const offers: { fileMatch: string[]; url: string }[] = packageJSON.contributes?.yamlValidation ?? [];
    return offers.map(({ fileMatch, url }) => ({
      fileMatch: fileMatch.map((pattern) => (/^(?:\w+:\/\/|\/|!)/.test(pattern) ? pattern : `/${pattern}`)),
      uri: url.startsWith('./') ? vscode.Uri.joinPath(extensionUri, url).toString() : url,
    }));
  });
}
