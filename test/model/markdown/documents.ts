/** Documents in the styles that people write, each with what is read from it beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { markdownKind } from '../../../server/src/model/markdown/adoption.ts';
import type { DocumentKind } from '../../../server/src/model/plan-document.ts';

export interface StyledDocument {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly text: string;
}

const FOLDER = 'test/fixtures/markdown';

export const STYLES: readonly StyledDocument[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => {
    const kind = markdownKind(`${FOLDER}/${name}`);
    if (!kind) throw new Error(`no artifact: ${name}`);
    return { name: name.replaceAll('\\', '/'), kind, text: readFileSync(`${FOLDER}/${name}`, 'utf8') };
  });
