/** Where the settings come from: asked for where the client can be asked, else what it says by itself. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { LanguageService } from '../service.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { readSettings, SECTION } from './settings.ts';

export class SettingsSource {
  /** Fulfilled once the first settings are in force; diagnostics wait for it, so that they are not shown and taken back. */
  readonly ready: Promise<void>;
  private settle: () => void = () => {};
  /** The warnings that people have seen: said again only when they are others. */
  private warned = '';

  constructor(
    private readonly connection: Connection,
    private readonly service: LanguageService,
    private readonly abilities: ClientAbilities,
    private readonly initial: unknown,
  ) {
    this.ready = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  /** After the handshake, when the client may be asked and warned. */
  async start(): Promise<void> {
    try {
      if (this.initial === undefined && this.abilities.configuration) await this.ask();
      else this.apply(this.initial);
    } finally {
      this.settle();
    }
    if (this.abilities.watchConfiguration) {
      await this.connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
  }

  /** `said` is what the notification carries: the settings themselves, or nothing from clients that want to be asked. */
  async changed(said: unknown): Promise<void> {
    if (this.abilities.configuration) await this.ask();
    else this.apply(isRecord(said) ? said[SECTION] : undefined);
  }

  private async ask(): Promise<void> {
    this.apply(await this.connection.workspace.getConfiguration(SECTION));
  }

  private apply(raw: unknown): void {
    const ids = new Set(this.service.rules().map((rule) => rule.id));
    const { settings, problems } = readSettings(raw, (id) => ids.has(id));
    this.service.setSettings(settings);
    const warning = problems.join(' ');
    if (warning !== '' && warning !== this.warned) this.warn(`Rollout Plan: ${warning}`);
    this.warned = warning;
  }

  /** Not by `connection.window`, which sends a request and waits for an answer. */
  private warn(message: string): void {
    void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
