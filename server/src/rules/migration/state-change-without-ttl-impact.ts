import * as l10n from '@vscode/l10n';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { remarksOf, wordsNaming } from '../../lint/step-work.ts';
import { nameOfStep, stepsOf } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import { isAbsent, placeOfMissing } from '../../model/plan/view.ts';

/** A change of state outside the database says what expires, and how long old entries are still met. */
export const stateChangeWithoutTtlImpact = defineRule({
  id: 'state-change-without-ttl-impact',
  group: 'migration',
  severity: 'information',
  fixable: true,
  *check({ plan }) {
    for (const step of stepsOf(plan)) {
      const store = storeOf(step);
      if (!store || !isAbsent(step, 'ttlImpact') || SAYS.test(remarksOf(step))) continue;
      if (isMisspelt(step, 'ttlImpact', planSchema(['migration', 'steps', 0]))) continue;
      const { name, why, proposal } = store;
      const message = l10n.t`The step "${nameOfStep(step)}" changes ${name} and does not say what happens to what is in there. ${why}: write it under \`ttlImpact\`.`;
      yield finding(placeOfMissing(step, 'ttlImpact'), message, [
        {
          title: l10n.t('Say what expires'),
          edits: [{ kind: 'set', parent: step.node, key: 'ttlImpact', value: slot(proposal) }],
          preferred: true,
        },
      ]);
    }
  },
});

const SAYS = /\bttls?\b|\bexpir|\bretention\b|\bre-?index|\bwarm|\bevict|\bcold\b/i;

interface Store {
  readonly name: string;
  readonly why: string;
  readonly proposal: string;
}

const CACHE: Store = {
  name: 'a cache',
  why: l10n.t('Old entries are met until they expire, and an empty cache sends every read to the database'),
  proposal: 'old entries expire after 24h; until then both shapes are read',
};
const KEYS: Store = {
  name: 'a key-value store',
  why: l10n.t('Old keys stay until their TTL ends or something deletes them'),
  proposal: 'old keys expire after 24h; until then both are read',
};
const TOPIC: Store = {
  name: 'a topic or a queue',
  why: l10n.t('Consumers lag and replay, so both shapes are in it for as long as messages are kept'),
  proposal: 'messages of the old shape are kept for 7d; consumers read both until then',
};
const INDEX: Store = {
  name: 'a search index',
  why: l10n.t('Documents have the old shape until they are indexed again'),
  proposal: 'all documents are indexed again within 6h; the alias is switched afterwards',
};

const BY_KIND: Readonly<Record<string, Store>> = {
  cache: CACHE,
  'key-value': KEYS,
  topic: TOPIC,
  'search-index': INDEX,
};

/** A verb that changes what is in it, and the store. Without a kind only plain words tell. */
const BY_WORDS: readonly (readonly [RegExp, Store])[] = [
  [
    /\b(?:flush|invalidat|clear|empt|purg|re-?key|renam|mov|migrat|switch|replac)\w*\b.{0,40}\b(?:cache|memcached|session store)\b/i,
    CACHE,
  ],
  [
    /\b(?:flush|clear|empt|purg|re-?key|renam|mov|migrat|replac)\w*\b.{0,40}\b(?:redis|valkey|dynamodb) (?:keys|entries|hashes)\b/i,
    KEYS,
  ],
  [/\b(?:re-?partition|renam|mov|migrat|switch|replac|chang)\w*\b.{0,40}\b(?:kafka |pulsar )?topic\b/i, TOPIC],
];

function storeOf(step: StepView): Store | undefined {
  const kind = step.kind?.value;
  if (kind !== undefined) return BY_KIND[kind];
  return BY_WORDS.find(([words]) => words.test(wordsNaming(step)))?.[1];
}
