import { resolve } from 'node:path';
import { readOptions, type Benchmark } from '../benchmark.ts';
import { measure } from './measure.ts';
import { renderMeasure } from './render.ts';
import { withRunRows } from './run-rows.ts';

const usage = `npm run bench -- keep-precision [--run DIR] [--json]

  --run DIR   measure the finished run in DIR (default: a new run of the bundled configuration)
  --json      print one JSON value`;

/** Measures the kept rows of a run over the recorded replies against the key; a measure, so that it always exits with 0. */
export const benchmark: Benchmark = async (args) => {
  const options = { run: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
  const { run, json } = readOptions(args, options, usage);
  const measured = await withRunRows(run === undefined ? undefined : resolve(run), measure);
  process.stdout.write(json ? `${JSON.stringify(measured)}\n` : renderMeasure(measured));
  return 0;
};
