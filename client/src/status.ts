/** In the language status of a plan: how many problems it has, and whether the server runs. Other documents show nothing of it. */
import * as vscode from 'vscode';
import type { ActivePlan } from './active-plan.ts';
import { RESTART, SHOW_LOG, SOURCE } from './names.ts';
import type { Server } from './server.ts';
import { isEnabled } from './settings.ts';

export class Status implements vscode.Disposable {
  private shown: { readonly language: string; readonly problems: Item; readonly server: Item } | undefined;
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly server: Server,
    private readonly active: ActivePlan,
  ) {
    this.listeners = vscode.Disposable.from(
      active.onDidChange(() => this.update()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = active.document?.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) this.update();
      }),
      server.onDidChangeState(() => this.update()),
    );
    this.update();
  }

  dispose(): void {
    this.listeners.dispose();
    this.hide();
  }

  private update(): void {
    const { document } = this.active;
    if (!document || this.server.state === 'idle') this.hide();
    else this.show(document);
  }

  private show(document: vscode.TextDocument): void {
    if (this.shown?.language !== document.languageId) this.hide();
    this.shown ??= create(document.languageId);
    showProblems(this.shown.problems, document.uri, this.server.state === 'running' && isEnabled());
    showServer(this.shown.server, this.server);
  }

  private hide(): void {
    this.shown?.problems.dispose();
    this.shown?.server.dispose();
    this.shown = undefined;
  }
}

type Item = vscode.LanguageStatusItem;

function create(language: string) {
  const problems = vscode.languages.createLanguageStatusItem('rolloutPlan.problems', { language });
  problems.name = vscode.l10n.t('Rollout Plan Problems');
  const server = vscode.languages.createLanguageStatusItem('rolloutPlan.server', { language });
  server.name = vscode.l10n.t('Rollout Plan Server');
  server.command = { title: vscode.l10n.t('Restart'), command: RESTART };
  return { language, problems, server };
}

function showProblems(item: Item, uri: vscode.Uri, checked: boolean): void {
  const count = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE).length;
  if (!checked) item.text = vscode.l10n.t('Not checked');
  else if (count === 0) item.text = vscode.l10n.t('$(check) No problems');
  else if (count === 1) item.text = vscode.l10n.t('1 problem');
  else item.text = vscode.l10n.t('{0} problems', count);
  item.detail = vscode.l10n.t('Rollout Plan');
  item.command = { title: vscode.l10n.t('Show Log'), command: SHOW_LOG };
}

function showServer(item: Item, { state }: Server): void {
  item.busy = state === 'starting';
  item.severity = state === 'stopped' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  item.text =
    state === 'stopped'
      ? vscode.l10n.t('Server stopped')
      : state === 'starting'
        ? vscode.l10n.t('Server starting')
        : vscode.l10n.t('Server running');
  item.detail = vscode.l10n.t('Rollout Plan');
}
