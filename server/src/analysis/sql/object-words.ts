/** The first words of the things that are created, altered and dropped. */
import { upTo } from '../../util/parts.ts';
import { OBJECT_TYPES } from './kinds.ts';

export const OBJECT_WORDS: ReadonlySet<string> = new Set(OBJECT_TYPES.map(([words]) => upTo(words, ' ')));
