/** What can be written at a position. Nothing where the words there are the author's own. */
import type { Plan } from '../../model/plan/plan.ts';
import { rootSchema } from '../../model/schema/schema.ts';
import { offsets } from '../../model/source.ts';
import { hasSlots, plainText, snippetText } from '../../model/yaml/edits/words.ts';
import type { Surroundings } from '../../workspace/surroundings.ts';
import type { PlanContext } from '../context.ts';
import type { Position } from '../types.ts';
import { markdownOffers } from './markdown.ts';
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
  if (!plan) return [];
  const scene: Scene = { context, plan, offset, surroundings };
  const { source, kind } = plan.document;
  const whole = { from: 0, to: source.text.length, root: rootSchema(kind) };
  const suppressions = suppressionOffers(scene);
  const found =
    suppressions.length > 0
      ? suppressions
      : source.syntax === 'yaml'
        ? await yamlOffers(whole, scene)
        : await markdownOffers(scene);
  return found.flatMap((offers) => offers.offers.map((offer) => completion(offer, offers, scene)));
}

function planAt(plans: readonly Plan[], offset: number): Plan | undefined {
  return plans.findLast(({ document: { root } }) => offsets(root.span).start <= offset) ?? plans[0];
}

function completion(
  { words, about: _about, rank: _rank, ...described }: WordsOffer,
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
