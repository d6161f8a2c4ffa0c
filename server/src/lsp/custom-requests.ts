/** The requests of `protocol.ts`, answered. */
import { newPlanFiles } from '../features/scaffold.ts';
import { newRehearsal } from '../features/scaffold-rehearsal.ts';
import type { RuleInfo } from '../features/types.ts';
import {
  IS_PLAN_REQUEST,
  type IsPlanParams,
  type IsPlanResult,
  NEW_PLAN_REQUEST,
  NEW_REHEARSAL_REQUEST,
  type NewPlanParams,
  type NewPlanResult,
  type NewRehearsalParams,
  type NewRehearsalResult,
  RULE_PAGE_REQUEST,
  RULES_REQUEST,
  type RulePageParams,
} from '../protocol.ts';
import { bundleFolder } from '../workspace/plan-files.ts';
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
    guard.request<NewPlanParams, NewPlanResult>(NEW_PLAN_REQUEST, { files: [] }, async (params) => {
      const context = params.beside === undefined ? undefined : await service.context(params.beside);
      return newPlanFiles(params, context?.plans[0]);
    }),
  );
  connection.onRequest(
    NEW_REHEARSAL_REQUEST,
    guard.request<NewRehearsalParams, NewRehearsalResult | null>(NEW_REHEARSAL_REQUEST, null, async (params) => {
      const context = await service.context(params.uri);
      if (!context) return null;
      const folder = `${bundleFolder(params.uri)}/rollback-rehearsals`;
      const name = nextNumber((await host.list(folder)).map((entry) => entry.name));
      return { folder, file: newRehearsal(context, params, name) };
    }),
  );
  connection.onRequest(
    IS_PLAN_REQUEST,
    guard.request<IsPlanParams, IsPlanResult>(IS_PLAN_REQUEST, { isPlan: false }, async ({ uri }) => ({
      isPlan: await service.isPlanByPolicy(uri),
    })),
  );
}

/** One more than the highest: `002.md` after `001.md`, whatever else lies there. */
function nextNumber(names: readonly string[]): string {
  const numbers = names.map((name) => Number(/^(\d{1,6})\b.*\.md$/i.exec(name)?.[1] ?? 0));
  return `${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}.md`;
}
