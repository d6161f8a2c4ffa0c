/** Tells the client to ask again for what it shows, where something else than the document's own text has changed it. */
import type { DiagnosticsMode } from './diagnostics-mode.ts';
import type { LspFeature, Shown } from './requests/feature.ts';
import type { Session } from './session.ts';

interface Watched {
  readonly refresh: () => Promise<void>;
  readonly fromNeighbours: Shown['fromNeighbours'];
  /** By document, what the neighbours had to do with it when that was last looked at. */
  readonly seen: Map<string, string>;
}

export class Refreshing implements DiagnosticsMode {
  private readonly watched: readonly Watched[];
  private readonly stale = new Set<string>();
  private looking = false;

  constructor(
    private readonly session: Session,
    features: readonly LspFeature[],
  ) {
    this.watched = features.flatMap(({ shown }) => {
      const refresh = shown?.refresh(session);
      return shown && refresh ? [{ refresh, fromNeighbours: shown.fromNeighbours, seen: new Map() }] : [];
    });
  }

  /** The client asks by itself for what it edits. */
  changed(): void {}

  closed(uri: string): void {
    for (const { seen } of this.watched) seen.delete(uri);
  }

  /** Every key that is typed may come here, so it is only looked whether anything is another when there is time. */
  neighboursChanged(uris: readonly string[]): void {
    for (const uri of uris) this.stale.add(uri);
    if (this.looking || this.stale.size === 0) return;
    this.looking = true;
    setImmediate(() => this.session.guard.run('refreshing', () => this.look()));
  }

  allChanged(): void {
    for (const { refresh } of this.watched) this.session.guard.run('refreshing', refresh);
  }

  private async look(): Promise<void> {
    this.looking = false;
    const uris = [...this.stale];
    this.stale.clear();
    const anew = new Set<Watched>();
    for (const uri of uris) {
      const context = await this.session.service.context(uri);
      for (const one of this.watched) {
        if (!one.fromNeighbours) continue;
        const said = context ? one.fromNeighbours(context) : '';
        if (one.seen.get(uri) !== said) anew.add(one);
        one.seen.set(uri, said);
      }
    }
    for (const { refresh } of anew) await refresh();
  }
}
