/**
 * The timer of a rehearsal: started at a rollback, seen in the status bar, and stopped with a record of what was tried and how long it
 * took. It survives a reload of the window, since nobody rehearses twice for that.
 */
import * as vscode from 'vscode';
import {
  NEW_REHEARSAL_REQUEST,
  type NewRehearsalParams,
  type NewRehearsalResult,
} from '../../../server/src/protocol.ts';
import type { ActivePlan } from '../active-plan.ts';
import { STOP_REHEARSAL } from '../names.ts';
import type { Server } from '../server.ts';
import { localTime, stopwatch } from '../times.ts';
import { openToFillIn, write } from './new-files.ts';
import { askEnvironment, askResult } from './questions.ts';

const RUNNING = 'rolloutPlan.rehearsal';
/** For `when` clauses: "Stop" is of use only while a timer runs. */
const CONTEXT_KEY = 'rolloutPlan.isRehearsing';

interface Running {
  /** A file of the plan whose rollback is tried. */
  readonly uri: string;
  readonly started: string;
}

export class RehearsalTimer implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'rolloutPlan.rehearsal',
    vscode.StatusBarAlignment.Left,
    100,
  );
  private ticking: NodeJS.Timeout | undefined;

  constructor(
    private readonly server: Server,
    private readonly active: ActivePlan,
    private readonly memory: vscode.Memento,
  ) {
    this.item.name = vscode.l10n.t('Rehearsal Timer');
    this.item.command = STOP_REHEARSAL;
    this.show();
  }

  dispose(): void {
    clearInterval(this.ticking);
    this.item.dispose();
  }

  async start(argument: unknown): Promise<void> {
    if (this.running) return this.stop();
    const uri = typeof argument === 'string' ? argument : this.active.document?.uri.toString();
    if (uri === undefined) throw new Error(vscode.l10n.t('open the plan whose rollback is to be tried'));
    if (vscode.Uri.parse(uri).scheme === 'untitled') throw new Error(vscode.l10n.t('save the plan first'));
    await this.keep({ uri, started: localTime(new Date()) });
  }

  /** The clock stops with the question; it goes on where nobody answers. */
  async stop(): Promise<void> {
    const { running } = this;
    if (!running) throw new Error(vscode.l10n.t('no rehearsal is being timed'));
    const ended = localTime(new Date());
    const result = await askResult(stopwatch(running.started, ended));
    if (result === undefined) return;
    if (result === 'discard') return this.keep(undefined);
    const environment = await askEnvironment();
    if (environment === undefined) return;
    await this.write({ ...running, ended, environment, result });
    await this.keep(undefined);
  }

  private async write(params: NewRehearsalParams): Promise<void> {
    const made = await this.server.request<NewRehearsalResult | null>(NEW_REHEARSAL_REQUEST, params);
    if (!made) throw new Error(vscode.l10n.t('the file with the rollback is no plan any more'));
    const folder = vscode.Uri.parse(made.folder);
    await write(folder, [made.file]);
    await openToFillIn(folder, made.file);
  }

  private get running(): Running | undefined {
    return this.memory.get<Running>(RUNNING);
  }

  private async keep(running: Running | undefined): Promise<void> {
    await this.memory.update(RUNNING, running);
    this.show();
  }

  private show(): void {
    const { running } = this;
    clearInterval(this.ticking);
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, running !== undefined);
    if (!running) {
      this.item.hide();
      return;
    }
    const tick = (): void => {
      const time = stopwatch(running.started, localTime(new Date()));
      this.item.text = vscode.l10n.t('$(watch) Rehearsal {0}', time);
    };
    this.item.tooltip = vscode.l10n.t('Stop when the service is restored, and write the record');
    this.ticking = setInterval(tick, 1000);
    tick();
    this.item.show();
  }
}
