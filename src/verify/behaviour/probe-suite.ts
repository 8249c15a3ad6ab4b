import { canonicalWriter } from './canonical.ts';
import { scenarioPlayer } from './class-play.ts';
import { probeScenarios } from './class-probe.ts';
import { probe } from './probe.ts';
import { shorten } from './shorten.ts';
import type { ObserveOptions } from './behaviour.ts';

export interface ProbeOptions extends Pick<ObserveOptions, 'inputs' | 'runs' | 'seed' | 'anyOrder' | 'repeats'> {
  readonly entryPoint: string;
  /** Begins every line that is the probe's own. */
  readonly mark: string;
  /** Calls from this one up to but not including that one. */
  readonly range: readonly [number, number];
  /** Whether promises are waited for, which takes a vitest suite: a script ends before they settle. */
  readonly waits: boolean;
}

/** Virtual time that a promise has to settle. */
const settleMs = 60_000;

/** The suite that observes an entry point: it passes, and prints what it sees. */
export function probeSuite(options: ProbeOptions): string {
  const { waits } = options;
  const imports = `import fc from 'fast-check';${waits ? "import { test } from 'vitest';" : ''}`;
  const main = waits ? `test('probe', () => ${begin(options, `settle: ${settleSource}`)}, 1e9);` : begin(options, '');
  return `${imports}\n${setting(options)}\n${main}\n`;
}

function setting({ inputs, seed, mark }: ProbeOptions): string {
  return [
    `const text = (${canonicalWriter.toString()})();`,
    `const shorten = ${shorten.toString()};`,
    `const print = (line) => console.log(${JSON.stringify(mark)} + JSON.stringify(line));`,
    'const draw = (runs) => [',
    ...inputs.examples.map((example) => `(${example}),`),
    `...fc.sample((${inputs.arbitrary}), { numRuns: runs, seed: ${seed} })];`,
  ].join('\n');
}

function begin(
  { inputs, entryPoint, runs, repeats = 32, anyOrder = false, range }: ProbeOptions,
  more: string,
): string {
  const plain = JSON.stringify({ runs, repeats, anyOrder, range }).slice(1, -1);
  const main = `entryPoint: () => globalThis[${JSON.stringify(entryPoint)}]`;
  if (inputs.kind === 'scenarios')
    return `(${probeScenarios.toString()})({ text, shorten, print, draw, ${plain}, ${main}, scenarioPlayer: ${scenarioPlayer.toString()}, ${more} })`;
  return `(${probe.toString()})({ text, shorten, print, draw, ${plain}, ${main}, ${more} })`;
}

const settleSource = `(promise) => new Promise((done) => {
  const late = setTimeout(() => done(['unsettled']), ${settleMs});
  const finish = (kind) => (value) => { clearTimeout(late); done([kind, value]); };
  promise.then(finish('returned'), finish('threw'));
})`;
