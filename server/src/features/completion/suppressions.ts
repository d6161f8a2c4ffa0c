/** Suppression comments: what they may say, and which rules there are. */
import * as l10n from '@vscode/l10n';
import { MARKER, SUPPRESSION_KINDS } from '../../lint/suppressions.ts';
import { slot } from '../../model/edit.ts';
import { rulesFor } from '../../rules/index.ts';
import { ruleInfo } from '../../rules/info.ts';
import { matched } from '../../util/matched.ts';
import type { Scene } from './scene.ts';
import type { Offers, WordsOffer } from './types.ts';

/** A comment that begins like a suppression: its first letters, or its word and what stands behind it, up to the cursor. */
const BEGUN = /(?:^|[ \t])(?:#|<!--)[ \t]*((?:rol|roll|rollo|rollou|rollout|rollout-[a-z-]*)?)$/;
const NAMED = new RegExp(
  `(?:^|[ \\t])(?:#|<!--)[ \\t]*${MARKER}(?:${SUPPRESSION_KINDS.join('|')})[ \\t]+(?:[\\w-]+,[ \\t]*)*[\\w-]*$`,
);
/** Comments are prose: unasked, nothing is offered in one before it begins like ours. */
const FEWEST_LETTERS = 3;

export function suppressionOffers(scene: Scene): readonly Offers[] {
  const { offset, plan } = scene;
  const { text } = plan.document.source;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (NAMED.test(line)) return [ruleOffers(line, scene)];
  const begun = BEGUN.exec(line)?.[1];
  if (begun === undefined || begun.length < FEWEST_LETTERS) return [];
  return [{ from: offset - begun.length, to: offset, offers: SUPPRESSION_KINDS.map(directiveOffer) }];
}

const ABOUT: Readonly<Record<(typeof SUPPRESSION_KINDS)[number], string>> = {
  'disable-line': l10n.t('on this line'),
  'disable-next-line': l10n.t('on the next line'),
  disable: l10n.t('from here on'),
  enable: l10n.t('from here on again'),
  'disable-file': l10n.t('in the whole file'),
};

function directiveOffer(kind: (typeof SUPPRESSION_KINDS)[number]): WordsOffer {
  const reason = kind === 'enable' ? [] : [' -- ', slot('reason')];
  return {
    label: MARKER + kind,
    kind: 'skeleton',
    detail: ABOUT[kind],
    words: [`${MARKER}${kind} `, slot('rule'), ...reason],
    preselect: kind === 'disable-next-line',
  };
}

function ruleOffers(line: string, { plan, offset }: Scene): Offers {
  const begun = matched(/[\w-]*$/.exec(line));
  const there = new Set(line.slice(0, line.length - begun.length).split(/[\s,]+/));
  const offers = rulesFor(plan)
    .map(ruleInfo)
    .filter(({ id }) => !there.has(id))
    .map(
      ({ id, group, severity }): WordsOffer => ({
        label: id,
        kind: 'rule',
        detail: `${group}, ${severity}`,
        words: [id],
      }),
    );
  return { from: offset - begun.length, to: offset, offers };
}
