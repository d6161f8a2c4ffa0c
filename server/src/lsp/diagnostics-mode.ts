/** What hears of changes: the two ways in which diagnostics reach a client, and whatever else it shows. */
export interface DiagnosticsMode {
  /** The document was opened or edited. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** These open documents may say something else now, through no edit of their own. */
  neighboursChanged(uris: readonly string[]): void;
  /** Every open document may: the settings or the workspace changed. */
  allChanged(): void;
}

export function inAll(modes: readonly DiagnosticsMode[]): DiagnosticsMode {
  const each = (tell: (mode: DiagnosticsMode) => void): void => modes.forEach(tell);
  return {
    changed: (uri) => each((mode) => mode.changed(uri)),
    closed: (uri) => each((mode) => mode.closed(uri)),
    neighboursChanged: (uris) => each((mode) => mode.neighboursChanged(uris)),
    allChanged: () => each((mode) => mode.allChanged()),
  };
}
