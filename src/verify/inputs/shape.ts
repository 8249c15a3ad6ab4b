/** What values are like, as data: the sandbox draws and varies values by it. */
export type Shape =
  | NumberShape
  | TextShape
  | ArrayShape
  | TupleShape
  | ObjectShape
  | RecordShape
  | MapShape
  | SetShape
  | OneOfShape
  | ConstantShape
  | NamedShape
  | MappedShape
  | RareShape;

export interface NumberShape {
  readonly kind: 'number';
  readonly min: number;
  /** Mostly no value is greater. */
  readonly max: number;
  /** Never a value is greater. */
  readonly far: number;
  /** Digits after the point. */
  readonly decimals: number;
  /** Values of interest, drawn now and then. */
  readonly known: readonly number[];
}

export interface TextShape {
  readonly kind: 'text';
  readonly samples: readonly string[];
  /** Whether the same few occur again and again, as names do that link one thing to another. */
  readonly repeats?: boolean;
  /** Characters of new words and strings. */
  readonly alphabet: readonly string[];
  readonly words: readonly string[];
  /** Whether no other words may occur. */
  readonly closed: boolean;
  /** Whether words and numbers stand within punctuation that must stay: dates, prices, fractions. */
  readonly formatted: boolean;
  /** Whether pieces between separators may come in any number and order. */
  readonly listed: boolean;
  /** Whether all samples begin with the date of a real day. */
  readonly dated: boolean;
  /** Whether samples break their own format, so that inputs may. */
  readonly loose: boolean;
  /** Whether brackets pair up in all samples. */
  readonly balanced: boolean;
  readonly min: number;
  readonly max: number;
}

export interface ArrayShape {
  readonly kind: 'array';
  readonly of: Shape;
  readonly min: number;
  readonly max: number;
  readonly order: 'any' | 'ascending';
  /** The field that ascends where the elements are objects. */
  readonly by?: string;
  readonly distinct: boolean;
  /** Fields by which elements are told apart. */
  readonly keys?: readonly string[];
  /** Elements may have an `id` that another one has, which otherwise none has. */
  readonly repeatsIds?: boolean;
  /** All elements are arrays of one length; a square has as many. */
  readonly grid: 'none' | 'rectangle' | 'square';
  /** All numbers of the array, or of its arrays, are 1 to their number in some order. */
  readonly permutation: boolean;
}

export interface TupleShape {
  readonly kind: 'tuple';
  readonly items: readonly Shape[];
  /** Items after so many may be left out. */
  readonly needed: number;
  readonly rest?: Shape;
  readonly relations: readonly Relation[];
}

/** What holds between two items in all examples. */
export type Relation =
  | { readonly kind: 'same-length'; readonly as: number; readonly at: number }
  /** The number at `at` is at most the length of the array at `as`. */
  | { readonly kind: 'within-length'; readonly as: number; readonly at: number }
  | {
      readonly kind: 'not-less' | 'greater';
      readonly as: number;
      readonly at: number;
      /** Whether names alone say so: then it does not hold now and then. */
      readonly mostly?: boolean;
    };

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: readonly { readonly name: string; readonly of: Shape; readonly optional: boolean }[];
  /** What holds between numbers in the fields at two places. */
  readonly relations: readonly Relation[];
}

export interface RecordShape {
  readonly kind: 'record';
  readonly key: Shape;
  readonly of: Shape;
  readonly min: number;
  readonly max: number;
}

export interface MapShape {
  readonly kind: 'map';
  readonly key: Shape;
  readonly of: Shape;
  readonly min: number;
  readonly max: number;
}

export interface SetShape {
  readonly kind: 'set';
  readonly of: Shape;
  readonly min: number;
  readonly max: number;
}

export interface OneOfShape {
  readonly kind: 'oneOf';
  readonly of: readonly Shape[];
}

/** One of some values, each given as JavaScript source. */
export interface ConstantShape {
  readonly kind: 'constant';
  readonly sources: readonly string[];
}

/** What a function makes of values of another shape: a typed array of a list, a date of a text. */
export interface MappedShape {
  readonly kind: 'mapped';
  readonly of: Shape;
  /** A function as JavaScript source, and one that undoes it, which gives `undefined` for what it cannot undo. */
  readonly make: string;
  readonly back?: string;
}

/** A part of a type that no example shows, though examples show what is round it: it occurs now and then. */
export interface RareShape {
  readonly kind: 'rare';
  readonly of: Shape;
}

/** A declared type, which may contain itself. */
export interface NamedShape {
  readonly kind: 'named';
  readonly name: string;
}
