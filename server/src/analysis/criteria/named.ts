/** Whether words that hold no verb of the tables name something, "two reports of a wrong amount", or tell it with a verb after all. */

const VERBS =
  /\b(?:is|isn't|are|aren't|was|were|be|been|has|have|had|do|does|doesn't|did|can|can't|cannot|could|must|will|would|should|may|gets?|got|goes|go|looks?|looked|seems?|feels?|closed|resolved|fixed|documented|triaged|paged|signed off)\b/i;
/** "if needed", "as required": no noun is in it. */
const CONJUNCTION = /^(?:if|as|when|whenever|where|once|after|before|until|unless|at|to be|there)\b/i;
/** "any pod crashes": what has an article of one cannot be several of the noun. */
const ONE_DOES =
  /^(?:an?|the|any|each|every|one) [^,;]*?\b(?:alerts|breaches|complaints?|crashes|leaks|pages|panics|reports|restarts)\b(?! (?:of|from|in|on|by|about|with|within|for)\b)/i;
/** "customers report a wrong amount": a noun has no object. */
const OBJECT = /\b(?:alerts?|crash(?:es)?|leaks?|pages?|reports?|restarts?) (?:an?|the|that|no|any)\b/i;

export function isNamed(text: string): boolean {
  return ![VERBS, CONJUNCTION, ONE_DOES, OBJECT].some((sign) => sign.test(text));
}
