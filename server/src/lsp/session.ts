/** What the handlers share, made once at the handshake. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { createLanguageService, type LanguageService } from '../service.ts';
import type { Host } from '../workspace/host.ts';
import { abilitiesOf, type ClientAbilities, optionsOf } from './client-abilities.ts';
import { diagnosticConverter, type RulePage, rulePages, type ToLspDiagnostic } from './convert.ts';
import { Guard } from './guard.ts';
import { OpenDocuments } from './open-documents.ts';
import { SettingsSource } from './settings-source.ts';
import { ToldDiagnostics } from './told-diagnostics.ts';

/** What the machine gives that the protocol does not: how files are read, and where the rules' pages lie. */
export interface Environment {
  createHost(log: Host['log']): Host;
  /** Folder URI of the packaged pages. */
  readonly rulePages?: string | undefined;
}

export interface Session {
  readonly connection: Connection;
  readonly abilities: ClientAbilities;
  readonly host: Host;
  readonly service: LanguageService;
  readonly documents: OpenDocuments;
  readonly guard: Guard;
  readonly settings: SettingsSource;
  readonly page: RulePage;
  readonly toLsp: ToLspDiagnostic;
  readonly told: ToldDiagnostics;
}

export function createSession(connection: Connection, environment: Environment, params: InitializeParams): Session {
  const abilities = abilitiesOf(params);
  const options = optionsOf(params);
  const host = environment.createHost(logTo(connection));
  const service = createLanguageService(host);
  const page = rulePages(options.rulePages ?? environment.rulePages, () => service.rules());
  return {
    connection,
    abilities,
    host,
    service,
    documents: new OpenDocuments(),
    guard: new Guard((level, message) => host.log(level, message)),
    settings: new SettingsSource(connection, service, abilities, options.settings),
    page,
    toLsp: diagnosticConverter(abilities, page),
    told: new ToldDiagnostics(),
  };
}

function logTo({ console }: Connection): Host['log'] {
  return (level, message) => {
    if (level === 'error') console.error(message);
    else if (level === 'warning') console.warn(message);
    else console.info(message);
  };
}
