/** The two ways in which diagnostics reach a client. Whoever reports what happened need not know which one it is. */
export interface DiagnosticsMode {
  /** The document was opened or edited. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** These open documents may say something else now, through no edit of their own. */
  neighboursChanged(uris: readonly string[]): void;
  /** Every open document may: the settings or the workspace changed. */
  allChanged(): void;
}
