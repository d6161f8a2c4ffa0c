/** The requests of `protocol.ts`, answered. */
import { newPlanFiles } from '../features/scaffold.ts';
import type { RuleInfo } from '../features/types.ts';
import {
  NEW_PLAN_REQUEST,
  type NewPlanParams,
  type NewPlanResult,
  RULE_PAGE_REQUEST,
  RULES_REQUEST,
  type RulePageParams,
} from '../protocol.ts';
import type { Session } from './session.ts';

export function answerCustomRequests({ connection, guard, service, host, page }: Session): void {
  connection.onRequest(
    RULES_REQUEST,
    guard.request<unknown, readonly RuleInfo[]>(RULES_REQUEST, [], () => service.rules()),
  );
  connection.onRequest(
    RULE_PAGE_REQUEST,
    guard.request<RulePageParams, string | null>(RULE_PAGE_REQUEST, null, async ({ rule }) => {
      const uri = page(rule);
      const read = uri === undefined ? undefined : await host.read(uri);
      return read?.ok ? read.text : null;
    }),
  );
  connection.onRequest(
    NEW_PLAN_REQUEST,
    guard.request<NewPlanParams, NewPlanResult>(NEW_PLAN_REQUEST, { files: [] }, (params) => newPlanFiles(params)),
  );
}
