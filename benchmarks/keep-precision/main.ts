import { resolve } from 'node:path';
import { openSandbox } from '../../sandbox/index.ts';
import { readOptions, type Benchmark } from '../benchmark.ts';
import { measureLabelled } from './labelled/measure.ts';
import { readTasks } from './labelled/read-tasks.ts';
import { renderLabelled } from './labelled/render.ts';
import { Workbench } from './labelled/workbench.ts';
import { measure } from './measure.ts';
import { renderMeasure } from './render.ts';
import { withRunRows } from './run-rows.ts';

const usage = `npm run bench -- keep-precision [--run DIR] [--json]
       npm run bench -- keep-precision --data FILE [--json]

  --run DIR   measure the finished run in DIR (default: a new run of the bundled configuration)
  --data FILE measure the rules on answers whose truth is known: JSON lines with id, problem, model, language: 'js',
              entry_point, solution, example_tests, truth: 'right' or 'wrong', and perhaps statement;
              or problems with id, prompt, entry_point, canonical_solution, buggy_solution, tests, example_tests
  --json      print one JSON value`;

/** Measures the kept rows of a run over the recorded replies against the key; a measure, so that it always exits with 0. */
export const benchmark: Benchmark = async (args) => {
  const options = {
    run: { type: 'string' },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const;
  const { run, data, json } = readOptions(args, options, usage);
  if (data !== undefined) return await measureFile(resolve(data), json);
  const measured = await withRunRows(run === undefined ? undefined : resolve(run), measure);
  process.stdout.write(json ? `${JSON.stringify(measured)}\n` : renderMeasure(measured));
  return 0;
};

/** A measure too: it always exits with 0. */
async function measureFile(file: string, json: boolean): Promise<0> {
  const tasks = readTasks(file);
  const sandbox = await openSandbox({ concurrency: 2 });
  try {
    const bench = new Workbench(sandbox);
    const measured = await measureLabelled(tasks, bench, (done) => {
      if (done % 25 === 0) process.stderr.write(`${done} of ${tasks.length} problems\n`);
    });
    process.stdout.write(json ? `${JSON.stringify(measured)}\n` : renderLabelled(measured, bench.costs));
    return 0;
  } finally {
    await sandbox.close();
  }
}
