/** How a feature is spoken of over the protocol: one file here, one in `features/`, one test, and one line in `index.ts`. */
import type { CancellationToken, ServerCapabilities } from 'vscode-languageserver';
import type { PlanContext } from '../../features/context.ts';
import type { ClientAbilities } from '../client-abilities.ts';
import type { Handler } from '../guard.ts';
import type { Session } from '../session.ts';

export interface LspFeature {
  /** What is said of it in the handshake. */
  readonly capabilities: (abilities: ClientAbilities) => Partial<ServerCapabilities>;
  readonly listen: (session: Session) => void;
  /** Set where the client keeps showing what it was told. */
  readonly shown?: Shown;
}

/** Something that the client shows until it is told to ask again. */
export interface Shown {
  /** Tells it; nothing where the client cannot be told. */
  readonly refresh: (session: Session) => (() => Promise<void>) | undefined;
  /** What other files have to do with the answer about a document: the same text as long as they change nothing in it. */
  readonly fromNeighbours?: (context: PlanContext) => string;
}

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/**
 * A handler of requests about one document: `answer` speaks of its plans, `empty` is said of everything that is no plan. `beforeAdoption`:
 * it speaks of what is only perhaps an artifact, too.
 */
export function aboutPlan<P extends AboutDocument, R>(
  session: Session,
  method: string,
  empty: R,
  answer: (context: PlanContext, params: P) => R | Promise<R>,
  { beforeAdoption = false } = {},
): Handler<P, R> {
  return session.guard.request(method, empty, async (params, token) => {
    await session.settings.ready;
    const context = await currentContext(session, params.textDocument.uri, { token, beforeAdoption });
    return context ? answer(context, params) : empty;
  });
}

/** The context with the closed files of its bundle as they are on the disk now: an edit of what they said before would destroy them. */
export async function rereadContext(
  session: Session,
  { document, bundle }: PlanContext,
): Promise<PlanContext | undefined> {
  const { documents, service } = session;
  const files = new Set(bundle.plans.map((plan) => plan.document.source.uri));
  for (const uri of files) if (documents.version(uri) === undefined) service.fileChanged(uri);
  return currentContext(session, document.uri);
}

/** A document that changes while files are read has other places than those that were read: then it is read again. */
async function currentContext(
  { documents, service }: Session,
  uri: string,
  { token, beforeAdoption }: { readonly token?: CancellationToken; readonly beforeAdoption?: boolean } = {},
): Promise<PlanContext | undefined> {
  for (;;) {
    const { epoch } = documents;
    const context = await service.context(uri, beforeAdoption);
    if (documents.epoch === epoch || token?.isCancellationRequested) return context;
  }
}
