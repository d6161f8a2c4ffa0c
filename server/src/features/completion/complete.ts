/** What can be written at a position. Nothing where the words there are the author's own. */
import { rootSchema } from '../../model/schema/schema.ts';
import { hasSlots, plainText, snippetText } from '../../model/yaml/edits/words.ts';
import type { Surroundings } from '../../workspace/surroundings.ts';
import type { PlanContext } from '../context.ts';
import { planAt } from '../place.ts';
import type { Position } from '../types.ts';
import { markdownOffers } from './markdown.ts';
import { newArtifactOffers } from './new-artifact.ts';
import type { Scene } from './scene.ts';
import { suppressionOffers } from './suppressions.ts';
import type { Completion, Offers, WordsOffer } from './types.ts';
import { yamlOffers } from './yaml.ts';

export async function complete(
  context: PlanContext,
  position: Position,
  surroundings: Surroundings,
): Promise<readonly Completion[]> {
  const { document } = context;
  const offset = document.offsetAt(position);
  const plan = planAt(context.plans, offset);
  const scene: Scene = { context, plan, offset, surroundings };
  // A file that is perhaps no artifact becomes one by what is taken here, and nothing else is known of it.
  const found = context.beforeAdoption ? newArtifactOffers(scene) : await offersAt(scene);
  return found.flatMap((offers) => offers.offers.map((offer) => completion(offer, offers, scene)));
}

async function offersAt(scene: Scene): Promise<readonly Offers[]> {
  const suppressions = suppressionOffers(scene);
  if (suppressions.length > 0) return suppressions;
  const { source, kind } = scene.plan.document;
  if (source.syntax === 'markdown') return markdownOffers(scene);
  return yamlOffers({ from: 0, to: source.text.length, root: rootSchema(kind) }, scene);
}

function completion(
  { words, about: _about, ...described }: WordsOffer,
  { from, to }: Offers,
  { context }: Scene,
): Completion {
  const { document } = context;
  const eol = document.getText().includes('\r\n') ? '\r\n' : '\n';
  const range = { start: document.positionAt(from), end: document.positionAt(to) };
  const newText = plainText(words).replaceAll('\n', eol);
  const edit = hasSlots(words)
    ? { range, newText, snippet: snippetText(words).replaceAll('\n', eol) }
    : { range, newText };
  return { ...described, edit };
}
