/** A bundle with a cursor `‸` in one of its texts: for features that are asked about a place. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PlanContext } from '../../server/src/features/context.ts';
import type { Position } from '../../server/src/features/types.ts';
import type { LanguageService } from '../../server/src/service.ts';
import { type Files, serviceOver, uriOf } from './checking.ts';

export interface Asked {
  readonly service: LanguageService;
  /** The file with the cursor, else the first one. */
  readonly uri: string;
  readonly text: string;
  readonly position: Position;
  readonly context: PlanContext;
}

const CURSOR = '‸';

export async function asking(marked: Files): Promise<Asked> {
  const names = Object.keys(marked);
  const name = names.find((one) => marked[one]?.includes(CURSOR)) ?? names[0] ?? '';
  const files = Object.fromEntries(Object.entries(marked).map(([file, text]) => [file, text.replace(CURSOR, '')]));
  const text = files[name] ?? '';
  const service = serviceOver(files, { adopt: 'always' });
  const uri = uriOf(name);
  const context = await service.context(uri);
  if (!context) throw new Error(`${name} is no plan`);
  const at = Math.max(0, marked[name]?.indexOf(CURSOR) ?? 0);
  return { service, uri, text, position: TextDocument.create('', '', 0, text).positionAt(at), context };
}

/** The words of the file with the cursor in a range. */
export function wordsIn(text: string, { start, end }: { readonly start: Position; readonly end: Position }): string {
  return TextDocument.create('', '', 0, text).getText({ start, end });
}

export const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
