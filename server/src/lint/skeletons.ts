/** Bodies of snippets, as the schemas hold them, to values that can be written. */
import { type Skeleton, slot } from '../model/edit.ts';

const PLACEHOLDER = /\\[\\$}|,]|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{\d+\|((?:\\.|[^|\\])*)\|\}|\$\d+/g;

/** `"${1:30m}"` becomes a slot; a text with several placeholders becomes one slot of the whole text, so that all of it is selected. */
export function skeletonOf(body: unknown): Skeleton {
  if (Array.isArray(body)) return body.map(skeletonOf);
  if (typeof body === 'string') return textOf(body);
  if (typeof body === 'number' || typeof body === 'boolean') return body;
  if (typeof body !== 'object' || body === null) return '';
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, skeletonOf(value)]));
}

function textOf(body: string): Skeleton {
  let placeholders = 0;
  const text = body.replace(PLACEHOLDER, (found, words: string | undefined, choices: string | undefined) => {
    // What is escaped begins no placeholder.
    if (found.startsWith('\\')) return found;
    placeholders++;
    return words ?? choices?.split(',')[0] ?? '';
  });
  const plain = text.replace(/\\([\\$}|,])/g, '$1');
  return placeholders > 0 && !plain.includes('\n') ? slot(plain) : plain;
}
