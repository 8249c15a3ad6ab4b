import { loadavg } from 'node:os';
import { openSandbox } from '../../sandbox/index.ts';
import { type Benchmark, countFrom, readOptions } from '../benchmark.ts';
import { concludeSoak } from './conclude.ts';
import { cycle, drawCandidate } from './draw-candidate.ts';
import { linesOf } from './lines.ts';
import { renderSoak } from './render.ts';
import { type Sample, samplesPerRun, soak } from './soak.ts';

const usage = `npm run bench -- judge-soak [--n 50000] [--concurrency 2] [--seed 1] [--json]

  --n N            candidates; memory is told from ${10 * cycle} of them, CPU time for multiples of that
  --concurrency N  children of the pool
  --seed N         draws the candidates
  --json           print one JSON value`;

const windowPerChild = 16;
/** Until each child has its code compiled. */
const warmUps = 500;
const progressEvery = samplesPerRun / 20;

/** Judges thousands of small candidates, one in a hundred of them hostile; exit code 1 when a line is missed. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      n: { type: 'string', default: '50000' },
      concurrency: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const [count, concurrency] = [countFrom('n', options.n), countFrom('concurrency', options.concurrency)];
  const seed = countFrom('seed', options.seed);
  await using sandbox = await openSandbox({ concurrency });
  const parts = { sandbox, window: windowPerChild * concurrency };
  const warm = await soak({ ...parts, count: warmUps, candidateAt: (index) => drawCandidate(count + index, seed) });
  const soaked = await soak({
    ...parts,
    count,
    candidateAt: (index) => drawCandidate(index, seed),
    onSample: progress(count),
  });
  const conclusion = concludeSoak({ ...soaked, wrong: [...warm.wrong, ...soaked.wrong] });
  const lines = linesOf(conclusion);
  const report = { ...conclusion, lines, concurrency, load: loadavg()[0] ?? Number.NaN };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : renderSoak(report));
  return lines.some(({ verdict }) => verdict === 'missed') ? 1 : 0;
};

function progress(count: number): (sample: Sample, wrong: number) => void {
  let samples = 0;
  return ({ judged, atMs, residentMb, cpuMs }, wrong) => {
    if (samples++ % progressEvery !== 0 || judged === 0) return;
    const rate = (judged * 1000) / atMs;
    process.stderr.write(
      `${judged} of ${count}: ${rate.toFixed(0)}/s, ${residentMb.toFixed(0)} MB, ${(cpuMs / 1000).toFixed(0)} CPU s, ${wrong} wrong\n`,
    );
  };
}
