/** What completion offers, as plain data. */
import type { Words } from '../../model/yaml/edits/words.ts';
import type { TextEdit } from '../types.ts';

export type CompletionKind = 'key' | 'value' | 'enum' | 'reference' | 'skeleton' | 'file' | 'rule' | 'heading';

interface Described {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown of our own words only: nothing of the plan is in it that is not escaped. */
  readonly markdown?: string;
  /** The one that most people want here. */
  readonly preselect?: boolean;
  /** What is inserted ends where the next thing can be completed. */
  readonly goesOn?: boolean;
}

export interface Completion extends Described {
  readonly edit: TextEdit;
  /** What typing is compared with, where it is not the label. */
  readonly filter?: string;
}

/** A value to offer, whatever the syntax that it is written in. */
export interface ValueOffer extends Described {
  readonly value: string | number | boolean;
}

/** Words to offer, in the syntax of the file. */
export interface WordsOffer extends Described {
  readonly words: Words;
  readonly filter?: string;
  /** The key that it writes. */
  readonly about?: string;
}

/** Among offers of several kinds. */
export interface RankedOffer extends WordsOffer {
  readonly filter: string;
  /** The lower, the more it is wanted. */
  readonly rank: number;
}

/** Words that take the place of `from` to `to`. */
export interface Offers {
  readonly from: number;
  readonly to: number;
  readonly offers: readonly WordsOffer[];
}
