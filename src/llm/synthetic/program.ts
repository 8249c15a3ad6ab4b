import { compileFunction } from 'node:vm';
import { transformSync } from 'oxc-transform';
import { inputs, typeOf } from './inputs.ts';
import type { Kind, Step } from './step.ts';
import type { SyntheticTask } from './task.ts';

export type Style = 'functional' | 'imperative';

/** A step done wrongly: which one, and how. */
export interface Slip {
  readonly step: number;
  readonly mistake: string;
}

export interface ProgramOptions {
  readonly style: Style;
  readonly slip?: Slip;
  /** Put before every name of the program, so that it can stand beside another; then it exports nothing. */
  readonly prefix?: string;
}

/** A module that solves a task, in one style, with or without a mistake. */
export function programOf(task: SyntheticTask, { style, slip, prefix }: ProgramOptions): string {
  const name = (plain: string): string => (prefix === undefined ? plain : `${prefix}${capital(plain)}`);
  const bodies = task.steps.map(
    (step, index) => (slip?.step === index ? step.mistakes[slip.mistake] : step[style]) ?? '',
  );
  const helpers = task.steps.map((step, index) => {
    const signature = `function ${name(step.name)}(input: ${typed(task, kindBefore(task, index))}): ${typed(task, step.to)}`;
    return `${signature} {\n${indented(bodies[index] ?? '')}\n}\n`;
  });
  const isExported = prefix === undefined;
  const shape = isExported && task.usesRecord ? [`export ${task.recordType}\n`] : [];
  return [...shape, ...helpers, entry(task, { style, name, isExported })].join('\n');
}

interface EntryOptions {
  readonly style: Style;
  readonly name: (plain: string) => string;
  readonly isExported: boolean;
}

function entry(task: SyntheticTask, { style, name, isExported }: EntryOptions): string {
  const { entryPoint, param, steps } = task;
  const head = `${isExported ? 'export ' : ''}function ${name(entryPoint)}(${param}: ${typed(task, inputs[task.start].kind)}): ${typed(task, task.to)} {`;
  if (style === 'functional') {
    const nested = steps.reduce((inner, step) => `${name(step.name)}(${inner})`, param);
    return `${head}\n  return ${nested};\n}\n`;
  }
  const lines = steps.map((step, index) => {
    const before = index === 0 ? param : `after${index}`;
    const call = `${name(step.name)}(${before});`;
    return index === steps.length - 1 ? `  return ${call}` : `  const after${index + 1} = ${call}`;
  });
  return `${head}\n${lines.join('\n')}\n}\n`;
}

/** The type of a kind, with the task's own name of a record. */
export function typed({ record }: Pick<SyntheticTask, 'record'>, kind: Kind): string {
  return typeOf[kind].replace('Record', record);
}

function kindBefore({ steps, start }: SyntheticTask, index: number): Kind {
  return steps[index - 1]?.to ?? inputs[start].kind;
}

function indented(body: string): string {
  return body.replaceAll(/^/gmu, '  ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Runs steps of our own in this process. */
export function runnable(steps: readonly Step[], slip?: Slip): (input: unknown) => unknown {
  const bodies = steps.map(
    (step, index) => (slip?.step === index ? step.mistakes[slip.mistake] : step.functional) ?? '',
  );
  const source = bodies.map((body, index) => `function step${index}(input) {\n${body}\n}\n`).join('');
  const { code } = transformSync('steps.ts', source);
  const nested = steps.reduce((inner, _, index) => `step${index}(${inner})`, 'input');
  return compileFunction(`${code}\nreturn ${nested};`, ['input']) as (input: unknown) => unknown;
}
