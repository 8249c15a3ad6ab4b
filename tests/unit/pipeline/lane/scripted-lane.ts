import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ok, type Outcome } from '../../../../src/core/fault.ts';
import type { LlmReply, LlmRequest } from '../../../../src/core/ports.ts';
import { drawOf, type Draw } from '../../../../src/core/draw.ts';
import { builtInPrompts } from '../../../../src/core/prompt-book.ts';
import type { Store } from '../../../../src/core/store.ts';
import { scriptedLlm, type ScriptedLlm } from '../../../../src/llm/scripted.ts';
import type { RunPorts } from '../../../../src/pipeline/ports.ts';
import { Stop } from '../../../../src/pipeline/stop.ts';
import { openEmbeddedStore } from '../../../../src/store/embedded.ts';
import { configOf, seedOf } from '../../support/examples.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** A suite that says of itself which solutions it accepts, and the share of their mutants that it kills. */
export function suiteOf(accepts: string, kills: number): string {
  return `import { test } from 'vitest';\ntest('t', () => {}); // accepts ${accepts}, kills ${kills}\n`;
}

/** A solution with a name. */
export function solutionOf(name: string): string {
  return `export const double = (n: number): number => n * 2; // ${name}\n`;
}

export interface Script {
  readonly solutions: readonly string[];
  /** The blind one first. */
  readonly suites: readonly (string | Outcome<LlmReply>)[];
  /** Replies to requests for anything else, by `stage seed sample`. */
  readonly others?: Readonly<Record<string, string | Outcome<LlmReply>>>;
  /** Laid over the configuration's `generate`. */
  readonly generate?: Readonly<Record<string, unknown>>;
}

export interface ScriptedLane {
  readonly ports: RunPorts;
  readonly llm: ScriptedLlm;
}

/** The reply that holds a task; a member given takes the place of its own. */
export function taskReply(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ ...task, ...more });
}

const task = {
  title: 'Double',
  statement: 'Double a number.',
  signature: 'export function double(n: number): number;',
  entry_point: 'double',
};

export const draw: Draw = drawOf(seedOf());

/** All that a lane needs, where suites judge as they say of themselves, and the model answers from a script. */
export async function scriptedLane(script: Script, repairs: number, profile = 'balanced'): Promise<ScriptedLane> {
  const store: Store = openEmbeddedStore(join(tempDir(), 'run.db'));
  onTestFinished(() => store.close());
  const llm = scriptedLlm((request) => lineFor(request, script));
  const ports: RunPorts = {
    run: (await store.createRun('dir', {})).id,
    config: configOf({
      generate: {
        solutions: script.solutions.length,
        blind_suites: script.generate ? script.suites.length : 1,
        sighted_suites: 0,
        suite_repairs: repairs,
        ...script.generate,
      },
      verify: { profile },
    }),
    packages: [],
    llm,
    prompts: builtInPrompts,
    principles: [{ name: 'right', text: 'Be right.', applies: ['task', 'solution', 'tests'] }],
    requests: { stored: 0 },
    judge: ({ solution, suite }) => Promise.resolve(ok(verdictOf(solution, suite))),
    provers: {
      mutate: ({ suite }) => Promise.resolve(ok(mutationOf(Number(/kills (\S+)/u.exec(suite)?.[1])))),
    },
    store,
    stop: new Stop(),
    clock: { now: () => 0 },
    onEvent: () => {},
  };
  return { ports, llm };
}

function lineFor({ label }: LlmRequest, { solutions, suites, others = {} }: Script): string | Outcome<LlmReply> {
  const other = others[`${label.stage} ${label.seed} ${label.sample}`];
  if (other !== undefined) return other;
  if (label.stage === 'task') return taskReply();
  const line = label.stage === 'solve' ? solutionOf(solutions[label.sample] ?? '') : suites[label.sample];
  if (line === undefined) throw new Error(`nothing is scripted for suite ${label.sample}`);
  return typeof line === 'string' && line.includes('\n') ? `\`\`\`ts\n${line}\`\`\`` : line;
}

function verdictOf(solution: string, suite: string) {
  const names = /accepts (.*),/u.exec(suite)?.[1]?.split(' ') ?? [];
  const isAccepted = names.some((name) => solution.includes(`// ${name}\n`));
  return isAccepted
    ? ({ kind: 'accepted', checks: [{ name: 't', outcome: 'passed' }] } as const)
    : ({ kind: 'refuted', by: { name: 't', outcome: 'failed' }, failed: 1, total: 1 } as const);
}

function mutationOf(score: number) {
  const survivor = { line: 1, mutator: 'ArithmeticOperator', original: 'n * 2', replacement: 'n / 2' };
  const counts = { total: 10, killed: score * 10, stopped: 0, equivalent: 0, untried: 0 };
  const survived = score < 1 ? [survivor] : [];
  return { kind: 'scored', ...counts, survived, uncovered: [], score, acceptedStubs: [] } as const;
}
