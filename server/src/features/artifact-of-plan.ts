/** A part of a YAML plan, written as the artifact that says the same. */
import { writeMarkdown } from '../model/markdown/write.ts';
import { type JsonObject, jsonOf } from '../model/markdown/writing/json.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { PartName } from '../model/plan-document.ts';

export function artifactOf({ document }: Plan, part: PartName): string {
  return writeMarkdown(jsonOf(document.root) as JsonObject, part);
}
