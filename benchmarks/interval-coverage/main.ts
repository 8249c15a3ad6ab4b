import { mean } from '../../src/bench/numbers/interval.ts';
import { type Benchmark, countFrom, readOptions } from '../benchmark.ts';
import { table } from '../table.ts';
import { drawFrom } from './draw.ts';
import { type Population, populations, relations } from './populations.ts';
import { type Case, coverageOfDifferences, coverageOfScores, ownInterval, percentileBootstrap } from './simulate.ts';

const usage = `npm run bench -- interval-coverage [--trials 200] [--json]

  --trials N  simulated problem sets of each kind
  --json      print one JSON value

Problem sets are drawn from populations whose true pass@k is known, samples from the problems. A 95 % interval should
hold the true value in 95 % of them: that of winnow bench, and a plain percentile bootstrap over the problems beside it.`;

const sizes = [20, 50, 164];
const samplings = [
  { samples: 1, k: 1 },
  { samples: 5, k: 1 },
  { samples: 20, k: 1 },
  { samples: 20, k: 5 },
];

/** How often intervals of scores and of differences hold the true value. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    { trials: { type: 'string', default: '200' }, json: { type: 'boolean', default: false } },
    usage,
  );
  const trials = countFrom('trials', options.trials);
  const rows = populations.flatMap((population) => sizes.map((problems) => rowOf(population, problems, trials)));
  const totals = {
    own: mean(rows.map(({ own }) => own)),
    bootstrap: mean(rows.map(({ bootstrap }) => bootstrap)),
    differences: mean(rows.map(({ differences }) => differences)),
  };
  process.stdout.write(options.json ? `${JSON.stringify({ trials, rows, totals })}\n` : render(rows, totals, trials));
  return 0;
};

type Totals = Readonly<Record<'own' | 'bootstrap' | 'differences', number>>;

interface Row extends Totals {
  readonly population: string;
  readonly problems: number;
  readonly width: number;
}

/** Over all ways of sampling, and for differences over all relations of two models. */
function rowOf(population: Population, problems: number, trials: number): Row {
  const cases = samplings.map((sampling): Case => ({ population, problems, ...sampling }));
  const own = cases.map((one) => coverageOfScores(one, { trials, interval: ownInterval }));
  const bootstrap = cases.map((one) => coverageOfScores(one, { trials, interval: percentileBootstrap(drawFrom(1)) }));
  const compared = cases.flatMap((one) =>
    relations.map((relation) => coverageOfDifferences(one, { trials: Math.ceil(trials / relations.length), relation })),
  );
  return {
    population: population.name,
    problems,
    own: mean(own.map(({ share }) => share)),
    width: mean(own.map(({ width }) => width)),
    bootstrap: mean(bootstrap.map(({ share }) => share)),
    differences: mean(compared.map(({ share }) => share)),
  };
}

function render(rows: readonly Row[], totals: Totals, trials: number): string {
  const cells = rows.map(({ population, problems, own, width, bootstrap, differences }) => [
    population,
    problems,
    percent(own),
    percent(width),
    percent(bootstrap),
    percent(differences),
  ]);
  const heading = [
    'chances of being solved',
    'problems',
    'held %',
    'width %',
    'bootstrap held %',
    'differences held %',
  ];
  const all = ['all', '', percent(totals.own), '', percent(totals.bootstrap), percent(totals.differences)];
  return `${trials} sets of each kind, with 1, 5 and 20 samples a problem, k 1 and 5; 95 % is wanted\n\n${table([heading, ...cells, all])}`;
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
