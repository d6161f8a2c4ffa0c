/** Which documents the client has open, and at which version. Their text is the service's own affair. */
export class OpenDocuments {
  private readonly versions = new Map<string, number>();
  private changes = 0;

  /** Another number whenever any document is another. */
  get epoch(): number {
    return this.changes;
  }

  set(uri: string, version: number): void {
    this.versions.set(uri, version);
    this.changes++;
  }

  delete(uri: string): void {
    this.versions.delete(uri);
    this.changes++;
  }

  has(uri: string): boolean {
    return this.versions.has(uri);
  }

  version(uri: string): number | undefined {
    return this.versions.get(uri);
  }

  uris(): string[] {
    return [...this.versions.keys()];
  }
}
