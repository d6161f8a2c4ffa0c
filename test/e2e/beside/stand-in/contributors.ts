/** Other extensions that name the schema of a document and give its text. */
import * as vscode from 'vscode';

interface Contributor {
  readonly schemaOf: (document: string) => string | undefined;
  readonly contentOf: (schema: string) => string | Promise<string>;
}

export class Contributors {
  private readonly byScheme = new Map<string, Contributor>();

  register(scheme: string, schemaOf: Contributor['schemaOf'], contentOf: Contributor['contentOf']): boolean {
    if (this.byScheme.has(scheme)) return false;
    this.byScheme.set(scheme, { schemaOf, contentOf });
    return true;
  }

  /** The language server takes the manifests' schemas where there is none. */
  schemasOf(document: string): string[] {
    return [...this.byScheme.values()].flatMap(({ schemaOf }) => schemaOf(document) ?? []);
  }

  contentOf(schema: string): string | Promise<string> {
    return this.byScheme.get(vscode.Uri.parse(schema).scheme)?.contentOf(schema) ?? '';
  }
}
