import type { Span } from '../../model/source.ts';
import type { Markup } from '../markup.ts';

/** What is known of some words of a plan. */
export interface About {
  readonly span: Span;
  readonly text: Markup;
}
