import type { ProbeInputs } from '../behaviour/behaviour.ts';
import { canonicalWriter } from '../behaviour/canonical.ts';
import { scenarioPlayer } from '../behaviour/class-play.ts';
import { probeScenarios } from '../behaviour/class-probe.ts';
import { probe } from '../behaviour/probe.ts';
import { shorten } from '../behaviour/shorten.ts';
import { recorder } from './recorder.ts';

export interface RegressionOptions {
  readonly entryPoint: string;
  readonly inputs: ProbeInputs;
  /** Inputs to draw beside the examples. */
  readonly runs: number;
  readonly seed: number;
  /** Whether promises are waited for, which takes a vitest suite: a script ends before they settle. */
  readonly waits: boolean;
  /** What the suite does: it prints a digest of each call after a mark, or passes where all are as expected. */
  readonly mode:
    | { readonly kind: 'record'; readonly mark: string }
    | { readonly kind: 'compare'; readonly expected: readonly string[] };
}

/** Virtual time that a promise has to settle. */
const settleMs = 60_000;
/** Calls that are made twice: what a call leaves behind shows in the second. */
const repeats = 16;
const firstRuns = 16;

interface Block {
  readonly runs: number;
  readonly repeats: number;
  readonly seed: number;
  readonly isFirst: boolean;
}

/** A suite that accepts what behaves on generated inputs as the unchanged solution does. */
export function regressionSuite(options: RegressionOptions): string {
  const { waits } = options;
  const imports = `import fc from 'fast-check';${waits ? "import { test } from 'vitest';" : ''}`;
  const begun = 'begin(block).catch(() => undefined);';
  const all = (one: string): string => `for (const block of blocks) { if (!isGoing()) break; ${one} } finish();`;
  // A script is at its end before a promise settles; but nothing in it waits, so that the probe is done by then.
  const main = waits ? `test('regression', async () => { ${all(`await ${begun}`)} }, 1e9);` : all(begun);
  return [imports, ...setting(options), beginning(options), finishing(options), main, ''].join('\n');
}

function setting({ inputs, runs, seed, mode }: RegressionOptions): readonly string[] {
  const expected = mode.kind === 'compare' ? `, expected: ${JSON.stringify(mode.expected)}` : '';
  return [
    `const write = (${canonicalWriter.toString()})();`,
    `const { text, print, record, isGoing, check } = (${recorder.toString()})({ write${expected} });`,
    `const shorten = ${shorten.toString()};`,
    `const blocks = ${JSON.stringify(blocksOf(runs, seed))};`,
    `const arbitrary = (${inputs.arbitrary});`,
    `const examples = () => [${inputs.examples.map((example) => `(${example}),`).join('\n')}];`,
    'const drawn = (numRuns, seed) => numRuns > 0 ? fc.sample(arbitrary, { numRuns, seed }) : [];',
    'const draw = ({ seed, isFirst }) => (runs) => [...(isFirst ? examples() : []), ...drawn(runs, seed)];',
  ];
}

/** Most mutants are told apart by the first few inputs: those after them are only drawn for the others. */
function blocksOf(runs: number, seed: number): readonly Block[] {
  const blocks: Block[] = [];
  for (let [done, size] = [0, firstRuns]; done < runs || blocks.length === 0; done += size, size *= 2) {
    const isFirst = blocks.length === 0;
    const own = Math.min(size, runs - done);
    blocks.push({ runs: own, repeats: isFirst ? Math.min(own, repeats) : 0, seed: seed + blocks.length, isFirst });
  }
  return blocks;
}

function beginning({ inputs, entryPoint, waits }: RegressionOptions): string {
  const isScenario = inputs.kind === 'scenarios';
  const parts = [
    'runs: block.runs, repeats: block.repeats, anyOrder: false, range: [0, Infinity]',
    'text, shorten, print, draw: draw(block)',
    `entryPoint: () => globalThis[${JSON.stringify(entryPoint)}]`,
    ...(isScenario ? ['scenarioPlayer'] : []),
    ...(waits ? [`settle: ${settleSource}`] : []),
  ];
  return [
    ...(isScenario ? [`const scenarioPlayer = ${scenarioPlayer.toString()};`] : []),
    `const probe = ${(isScenario ? probeScenarios : probe).toString()};`,
    `const begin = (block) => probe({ ${parts.join(', ')} });`,
  ].join('\n');
}

function finishing({ mode }: RegressionOptions): string {
  return mode.kind === 'compare'
    ? 'const finish = check;'
    : `const finish = () => console.log(${JSON.stringify(mode.mark)} + JSON.stringify(record()));`;
}

const settleSource = `(promise) => new Promise((done) => {
  const late = setTimeout(() => done(['unsettled']), ${settleMs});
  const finish = (kind) => (value) => { clearTimeout(late); done([kind, value]); };
  promise.then(finish('returned'), finish('threw'));
})`;
