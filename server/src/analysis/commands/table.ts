/** How a tool is described: what of its forms destroys what, and which are safe. The descriptions themselves are in `tools/`. */
import type { Arguments } from './arguments.ts';
import type { Damage } from './types.ts';

export interface Form {
  /** Its first operands: `s3 rm`; each word may have alternatives (`delete|del`). None for tools without subcommands. */
  readonly sub?: string;
  /** Options that must all be there; each may have alternatives: `--recursive|-r`. */
  readonly needs?: readonly string[];
  /** Options that make it harmless. */
  readonly unless?: string;
  /** One of the operands behind the subcommand is such a word. */
  readonly target?: RegExp;
  /** What words cannot say. */
  readonly when?: (args: Arguments, operands: readonly string[]) => boolean;
  readonly damage: Damage;
  /** Goes on after the command: "deletes the namespace with everything in it". */
  readonly loss: string;
  /** Takes something out of service, and no data with it, or puts back what was recorded: what rollbacks do. */
  readonly takesDown?: boolean;
}

export interface Tool {
  readonly names: readonly string[];
  /** Options that take a value in a word of their own. */
  readonly valued: ReadonlySet<string>;
  /** Options that make every form harmless. */
  readonly safe: string;
  /** Whether names such as `canary`, `tmp` or `restored` among the words make it harmless. Not where the words are paths of their own. */
  readonly sparesByName: boolean;
  /** Further options whose value is what it acts on. */
  readonly naming: ReadonlySet<string>;
  /** It acts on every one of its operands, not on the last alone. */
  readonly actsOnAll: boolean;
  readonly forms: readonly Form[];
}

interface Described {
  readonly valued?: string;
  readonly safe?: string;
  readonly sparesByName?: boolean;
  readonly naming?: string;
  readonly actsOnAll?: boolean;
  readonly forms: readonly Form[];
}

export function tool(
  names: string,
  { valued, safe, sparesByName = true, naming, actsOnAll = false, forms }: Described,
): Tool {
  return {
    names: names.split(' '),
    valued: wordsOf(valued),
    safe: ['--dry-run', '--dryrun', '--help', ...(safe ? [safe] : [])].join('|'),
    sparesByName,
    naming: wordsOf(naming),
    actsOnAll,
    forms,
  };
}

function wordsOf(text = ''): ReadonlySet<string> {
  return new Set(text.split(' ').filter(Boolean));
}

/** Several forms of one loss, one for each subcommand. */
export function forms(damage: Damage, loss: string, subs: readonly string[], more: Partial<Form> = {}): Form[] {
  return subs.map((sub) => ({ sub, damage, loss, ...more }));
}
