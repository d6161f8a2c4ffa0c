/** Limits that teams set for themselves. A rule declares them as data; what a policy says of them is checked before it comes here. */
import { parseDuration, parsePercent } from '../model/notation.ts';

/** What a rule gets to see: milliseconds of a duration, 0 to 100 of a percentage. */
interface ValueOf {
  duration: number;
  percent: number;
  number: number;
  boolean: boolean;
}
export type OptionKind = keyof ValueOf;

export interface RuleOption<K extends OptionKind = OptionKind> {
  /** The key in a policy. */
  readonly name: string;
  readonly kind: K;
  /** As people write it: `90d`, `5%`, `10`, `false`. */
  readonly default: string;
  /** One sentence, for the rule's page, for completion and hover. */
  readonly description: string;
}

/** What policies say; an option that none of them sets is not in it. */
export type OptionValues = ReadonlyMap<RuleOption, number | boolean>;

/** Nothing where the words are not of the option's kind. */
export function readOption({ kind }: RuleOption, words: string): number | boolean | undefined {
  switch (kind) {
    case 'duration':
      return parseDuration(words)?.ms;
    case 'percent':
      return parsePercent(words);
    case 'number':
      return /^\d{1,9}(?:\.\d{1,9})?$/.test(words) ? Number(words) : undefined;
    case 'boolean':
      return words === 'true' ? true : words === 'false' ? false : undefined;
  }
}

export function optionOf<K extends OptionKind>(
  { options }: { readonly options: OptionValues },
  option: RuleOption<K>,
): ValueOf[K] {
  return (options.get(option) ?? readOption(option, option.default)) as ValueOf[K];
}
