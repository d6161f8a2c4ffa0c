/** An artifact that says nothing yet: its front matter and its title. */
import { slot } from '../../model/edit.ts';
import { documentTitle } from '../../model/markdown/write.ts';
import { rootSchema } from '../../model/schema/schema.ts';
import type { Scene } from './scene.ts';
import type { Offers } from './types.ts';

/** A word, or the signs of a heading or of front matter. */
const BEGUN = /^\uFEFF?\s*(?:#*|-*)[ \t]*[\p{L} ]*$/u;

export function newArtifactOffers({ plan, offset }: Scene): readonly Offers[] {
  const { source, kind } = plan.document;
  const { text } = source;
  if (!BEGUN.test(text.slice(0, offset)) || text.slice(offset).trim() !== '') return [];
  const root = rootSchema(kind);
  const title = documentTitle(kind, root);
  const begun = text.trim();
  const words = [
    '---\nrolloutPlan: 1\nplan: ',
    slot('name-of-the-plan'),
    '\nowner: ',
    slot('who-answers-for-it'),
    `\n---\n\n# ${title}: `,
    slot('what changes'),
    '\n\n',
  ];
  const filter = begun.startsWith('-') ? '---' : begun.startsWith('#') ? `# ${title}` : title;
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  return [
    { from, to: text.length, offers: [{ label: title, kind: 'skeleton', detail: root.description, words, filter }] },
  ];
}
