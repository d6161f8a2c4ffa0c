/** Sentences that say what must not be done, or what is done in place of it. */

const FORBIDS =
  /\b(?:never|do not|don['’]?t|does not|doesn['’]?t|must not|mustn['’]?t|should not|shouldn['’]?t|may not|not to|avoid(?:s|ed|ing)?|instead of|rather than|without (?:running|using)|not allowed|forbidden|prohibited|forbids?|refrain from|in place of|nobody (?:runs|may))\b/i;
/** `not` alone denies what follows it at once: "not `kubectl delete`". */
const BARE = /\bnot\s*:?\s*$/i;

/** "… must never be run", behind a command. */
const FORBIDDEN =
  /^[\s,]*(?:(?:must|should|may|can|is|are)\s+(?:never|not)\b|mustn['’]?t\b|shouldn['’]?t\b|(?:is|are)\s+(?:forbidden|prohibited|no\b))/i;

/** Whether the sentence that these words begin, or are, forbids what it speaks of. */
export function isNegated(prose: string): boolean {
  const sentence = lastSentence(prose.slice(-1000));
  return FORBIDS.test(sentence) || BARE.test(sentence);
}

/** Whether the words behind a command forbid it. */
export function isForbiddenAfter(prose: string): boolean {
  return FORBIDDEN.test(prose.slice(0, 200));
}

function lastSentence(prose: string): string {
  return prose.trimEnd().replace(/^[\s\S]*[.!?;]\s+(?=\S)/, '');
}
