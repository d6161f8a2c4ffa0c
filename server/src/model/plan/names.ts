/** What the plans in a text are called, for whoever looks for those that belong together: far less of it is read than for judging it. */
import { namesInMarkdown } from '../markdown/read.ts';
import type { Source } from '../source.ts';
import { namesInYaml } from '../yaml/names.ts';

/**
 * Every name that the text declares, and perhaps one more where it is broken: `declared.plan` of what is read has the last word. Nothing
 * where only reading the whole can tell.
 */
export function planNamesIn(source: Source): readonly string[] | undefined {
  return source.syntax === 'yaml' ? namesInYaml(source) : namesInMarkdown(source);
}
