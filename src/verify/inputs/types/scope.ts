import type * as t from '@babel/types';
import type { Hints } from '../infer/values.ts';
import type { Shape } from '../shape.ts';
import type { Contract } from './contract.ts';
import type { TypeDeclaration } from './declarations.ts';

/** Thrown where a type cannot be read. */
export class Unreadable extends Error {}

/** What a type means depends on. */
export interface Scope {
  /** Reads a type within a type. Throws `Unreadable`. */
  readonly read: (type: t.Node, samples: readonly unknown[], scope: Scope) => Shape;
  readonly types: ReadonlyMap<string, TypeDeclaration>;
  /** What stands for type parameters. */
  readonly bound: ReadonlyMap<string, t.Node | undefined>;
  readonly hints: Hints;
  /** Constants that types may ask for the type of. */
  readonly values: ReadonlyMap<string, t.Node>;
  /** What comments say of parameters and fields, by their names. */
  readonly notes: ReadonlyMap<string, string>;
  readonly contract: Contract;
  /** The name of the parameter or field that the type is of, or that it is within. */
  readonly name?: string | undefined;
  /** Names of the declared types that are being read, outer ones first. */
  readonly within: readonly string[];
  /** Shapes of the declared types that contain themselves. */
  readonly named: { [name: string]: Shape };
}
