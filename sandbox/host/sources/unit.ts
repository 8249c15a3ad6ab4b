import type { Report, TestStyle } from '../../types.ts';
import type { Resolve } from './resolve.ts';

export type Format = 'module' | 'commonjs';
export type Malformed = Extract<Report, { kind: 'malformed' }>;

/** One mention of another module. */
export interface Import {
  readonly specifier: string;
  /** `static` for import and re-export declarations, `dynamic` for `import('…')`, `require` for `require('…')`. */
  readonly kind: 'static' | 'dynamic' | 'require';
  /** The names that are taken from it by a static import or re-export; `*` for all of them. */
  readonly names: readonly string[];
  /** Line in `Unit.code`, from 1. */
  readonly line: number;
}

/** One text of a job, made ready to be compiled. */
export interface Unit {
  /** `solution`, `suite`, or the normalised path of a further file, with its extension. */
  readonly path: string;
  /**
   * `module`: `code` is the text of an ES module. `commonjs`: it is the body of a sloppy function of the parameters
   * `exports, require, module, __filename, __dirname`; whoever wraps it has to put a line break behind it.
   */
  readonly format: Format;
  /** JavaScript. What is added in front stands on the first line, so lines are those of the translated text. */
  readonly code: string;
  readonly imports: readonly Import[];
  /** What the text declares at its top level, in order of appearance; globals that a script assigns come last. */
  readonly declares: readonly string[];
  /**
   * Where the declarations are handed out. In a `commonjs` unit the code then begins with a call of a function
   * `__offer({name: () => value, …})`, which is to be in scope, and whose argument reads the variables when it is asked;
   * in a `module` they are exported. `as-exports`: the text exports nothing itself, as far as
   * can be seen (assigning to `exports` must stay possible). `beside-exports`: they are for a
   * suite that looks names up as globals, and must not disturb what the text exports itself.
   */
  readonly offers: 'nothing' | 'as-exports' | 'beside-exports';
  /** Names that the module's namespace has; `unknown` where only running it can tell. */
  readonly exports: readonly string[] | 'unknown';
  /** Whether `require`, `module` or `exports` are used without being declared. */
  readonly usesCommonJs: boolean;
  readonly usesTopLevelAwait: boolean;
  readonly isStrict: boolean;
  /** Every name that is mentioned but declared nowhere around it. */
  readonly freeNames: ReadonlySet<string>;
  /** The line of the text as it was submitted, for a line (from 1) and perhaps a column (from 1) of `code`. */
  originalLine(line: number, column?: number): number;
}

/** A job whose texts can all be compiled. */
export interface Prepared {
  readonly kind: 'prepared';
  readonly style: TestStyle;
  readonly solution: Unit;
  readonly suite: Unit;
  /** The further files of the solution, by normalised path. */
  readonly files: ReadonlyMap<string, Unit>;
  /** `all`: the suite imports nothing of the solution, and sees what it exports and declares as globals. */
  readonly globalsWanted: 'all' | 'none';
  /** Every specifier in the suite that stands for the solution. */
  readonly solutionSpecifiers: readonly string[];
  readonly resolve: Resolve;
}
