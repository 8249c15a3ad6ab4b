/** What is known of a function. */
export interface InputsRequest {
  readonly entryPoint: string;
  readonly language: 'ts' | 'js';
  /** What is asked for, in words. */
  readonly statement?: string;
  /** TypeScript declarations that say what is asked for, where there are any. */
  readonly signature?: string;
  /** A JavaScript arrow function of the arguments that gives true for the valid ones. */
  readonly precondition?: string;
  /** Any of them may have types, JSDoc, parameter names and defaults. */
  readonly solutions: readonly string[];
  /** With calls of the entry point, and perhaps arbitraries of their own. */
  readonly suites: readonly string[];
}

/** Where inputs for a function come from. */
export interface Inputs {
  readonly from: 'types' | 'jsdoc' | 'suite' | 'examples';
  /** JavaScript expression of a fast-check arbitrary of argument lists, with `fc` in scope. */
  readonly arbitrary: string;
  /** Literal argument lists that suites call the entry point with, each once, as JavaScript source. */
  readonly examples: readonly string[];
}
