/**
 * Around every handler: whatever goes wrong inside is logged with the request's name and answered with an empty result, so that
 * one bad document never costs the editor its server.
 */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { failureText } from '../util/failure.ts';
import type { Host } from '../workspace/host.ts';

/** A request that took longer is worth a line in the log. */
const SLOW_MS = 500;

const REFUSALS: ReadonlySet<number> = new Set([
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ServerCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestFailed,
]);

export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

export class Guard {
  constructor(private readonly log: Host['log']) {}

  /** `empty` answers when the handler fails. It may refuse on purpose: because it was cancelled, or the text has moved on. */
  request<P, R>(name: string, empty: R, handler: Handler<P, R>): Handler<P, R> {
    return async (params, token) => {
      if (token.isCancellationRequested) throw cancelled(name);
      const start = performance.now();
      try {
        const result = await handler(params, token);
        if (token.isCancellationRequested) throw cancelled(name);
        return result;
      } catch (error) {
        if (isRefusal(error)) throw error;
        this.failed(name, error);
        return empty;
      } finally {
        this.took(name, performance.now() - start);
      }
    };
  }

  notification<P>(name: string, handler: (params: P) => void | Promise<void>): (params: P) => void {
    return (params) => this.run(name, () => handler(params));
  }

  /** Work that nobody waits for. */
  run(name: string, work: () => void | Promise<void>): void {
    try {
      const done = work();
      if (done) done.catch((error: unknown) => this.failed(name, error));
    } catch (error) {
      this.failed(name, error);
    }
  }

  private failed(name: string, error: unknown): void {
    this.log('error', `${name} failed: ${failureText(error)}`);
  }

  private took(name: string, ms: number): void {
    if (ms >= SLOW_MS) this.log('warning', `${name} took ${Math.round(ms)} ms`);
  }
}

/** A `ResponseError` with another code is the client's, to a request of ours that failed. */
function isRefusal(error: unknown): boolean {
  return error instanceof ResponseError && REFUSALS.has(error.code);
}

function cancelled(name: string): ResponseError<void> {
  return new ResponseError<void>(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
}
