/** What the client was last told of a document: whoever points at a squiggle need not wait until the file is judged again. */
import type { Diagnostic } from '../features/types.ts';

export class ToldDiagnostics {
  private readonly told = new Map<string, { readonly version: number; readonly diagnostics: readonly Diagnostic[] }>();

  tell(uri: string, version: number, diagnostics: readonly Diagnostic[]): void {
    this.told.set(uri, { version, diagnostics });
  }

  /** Nothing about a text that has moved on. */
  of(uri: string, version: number | undefined): readonly Diagnostic[] {
    const told = this.told.get(uri);
    return told && told.version === version ? told.diagnostics : [];
  }

  forget(uri: string): void {
    this.told.delete(uri);
  }
}
