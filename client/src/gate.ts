/**
 * Lets only plans through to the server. The client library can select documents by language and name but not by their first line;
 * so it selects all YAML and Markdown, and everything that it would send passes through here first.
 */
import type { TextDocument } from 'vscode';
import { type BaseLanguageClient, DidOpenTextDocumentNotification, type Middleware } from 'vscode-languageclient/node';
import { IS_PLAN_REQUEST, type IsPlanParams, type IsPlanResult } from '../../server/src/protocol.ts';
import { isPlanDocument, mayBePlan } from './plan-documents.ts';

export type Gated = Required<Pick<Middleware, 'didOpen' | 'didChange' | 'didClose' | 'sendRequest'>>;

export interface Gate extends Gated {
  /** A policy may make plans of documents that were held back. */
  askAgain(documents: readonly TextDocument[]): void;
}

/** `open` is kept here: the URIs of the documents that the server has been told of. */
export function gate(client: () => BaseLanguageClient | undefined, open: Set<string>): Gate {
  /** What is asked of a document has to come behind its opening, which the library may hold up for the sake of other documents. */
  const opening = new Map<string, Promise<void>>();

  const becamePlan = async (document: TextDocument): Promise<void> => {
    const feature = client()?.getFeature(DidOpenTextDocumentNotification.method);
    // Through the feature, so that it comes back to `didOpen` and whoever waits for an opened document is told.
    await feature?.getProvider(document)?.send(document);
  };

  /** The server knows the policies. Where it cannot be asked, the document is none. */
  const isPlanByPolicy = async (document: TextDocument): Promise<boolean> => {
    if (!mayBePlan(document)) return false;
    const params: IsPlanParams = { uri: document.uri.toString() };
    const answer = await client()
      ?.sendRequest<IsPlanResult>(IS_PLAN_REQUEST, params)
      .catch(() => undefined);
    return answer?.isPlan === true && !document.isClosed && !open.has(params.uri);
  };

  return {
    async didOpen(document, next) {
      if (!isPlanDocument(document) && !(await isPlanByPolicy(document))) return;
      const uri = document.uri.toString();
      open.add(uri);
      const sent = next(document);
      opening.set(
        uri,
        sent.catch(() => undefined),
      );
      await sent.finally(() => opening.delete(uri));
    },
    async didChange(event, next) {
      if (open.has(event.document.uri.toString())) await next(event);
      else if (isPlanDocument(event.document)) await becamePlan(event.document);
    },
    askAgain(documents) {
      for (const document of documents) if (!open.has(document.uri.toString())) void becamePlan(document);
    },
    async didClose(document, next) {
      if (open.delete(document.uri.toString())) await next(document);
    },
    async sendRequest<P, R>(
      type: string | { readonly method: string },
      param: P | undefined,
      token: unknown,
      next: (type: never, param?: P, token?: never) => Promise<R>,
    ): Promise<R> {
      const uri = documentOf(param);
      // Every request about a document may be answered with nothing.
      if (uri !== undefined && !open.has(uri)) return null as R;
      if (uri !== undefined) await opening.get(uri);
      return next(type as never, param, token as never);
    },
  };
}

function documentOf(param: unknown): string | undefined {
  const uri = (param as { textDocument?: { uri?: unknown } } | undefined)?.textDocument?.uri;
  return typeof uri === 'string' ? uri : undefined;
}
