/** What the reader and the writer of Markdown ask of a schema, in the words of this folder. */

export interface ScalarShape {
  readonly boolean: boolean;
  readonly number: boolean;
  readonly string: boolean;
  readonly notation?: string | undefined;
  readonly reference?: string | undefined;
  readonly members?: readonly string[] | undefined;
  /** Members by their slugs: `In review` is `in-review`. */
  readonly slugs?: ReadonlyMap<string, string> | undefined;
  /** Other words for members. */
  readonly synonyms?: ReadonlyMap<string, string> | undefined;
  /** The value is an address: of `[text](address)` it is the address that counts. */
  readonly link: boolean;
}

/** What a value may be; more than one of these where the schema allows it. */
export interface ValueShape {
  readonly scalar?: ScalarShape | undefined;
  readonly item?: ItemShape | undefined;
  readonly unit?: Unit | undefined;
}

/** What the items of a list may be: texts, units, or either. There are no lists of lists. */
export type ItemShape =
  | { readonly scalar: ScalarShape; readonly unit?: undefined }
  | { readonly scalar: ScalarShape; readonly unit: Unit }
  | { readonly scalar?: undefined; readonly unit: Unit };

export interface Property {
  readonly key: string;
  readonly title: string;
  readonly shape: ValueShape;
  /** The title and the key, which win over other names for other keys. */
  readonly proper: ReadonlySet<string>;
  /** Labels in their normal form. */
  readonly names: ReadonlySet<string>;
  /** Labels and words that say the opposite: `Irreversible` of `reversible`. */
  readonly opposites: ReadonlySet<string>;
  /** Finds such words in a sentence. */
  readonly denied?: RegExp | undefined;
  /** Languages of the fences whose code is the value. */
  readonly fences: readonly string[];
  /** Set by the box of a task. */
  readonly checkbox: boolean;
  readonly adopts: boolean;
}

export interface Unit {
  readonly name: string;
  readonly title: string;
  readonly properties: ReadonlyMap<string, Property>;
  /** Properties by their labels, and by the labels that say the opposite. */
  readonly byName: ReadonlyMap<string, readonly Property[]>;
  readonly required: ReadonlySet<string>;
  /** The key that takes the words of an item that have no label. */
  readonly text?: Property | undefined;
  /** Keys that the heading of an item can carry, most specific first. */
  readonly facts: readonly Property[];
  /** What the heading of an item may begin with, or be called altogether: `stage`, `canary`. */
  readonly itemNames: ReadonlySet<string>;
  readonly declares?: string | undefined;
}
