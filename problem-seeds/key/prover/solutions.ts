import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'oxc-transform';
import { observeBehaviour } from './behaviour.ts';
import type { Behaviour, ObservedSolution } from './observed.ts';
import { codes, notExtracted, type RecordedSeed } from './recorded.ts';
import { checkTypes } from './types.ts';

/** What was seen of one seed's solutions, by name; `reference` is one of them. */
export type Solutions = Readonly<Record<string, ObservedSolution>>;

/** Type-checks every solution and runs it against the oracle; gives them by seed. */
export async function observeSolutions(dir: string, seeds: readonly RecordedSeed[]): Promise<Map<string, Solutions>> {
  const checking = checkTypes(join(dir, 'types'), Object.fromEntries(seeds.flatMap(typeFiles)));
  const behaviours = await inPairs(seeds, (seed) => behavioursOf(join(dir, 'modules', seed.seed), seed));
  const typeErrors = await checking;
  return new Map(seeds.map((seed, at) => [seed.seed, solutionsOf(seed, behaviours[at] ?? {}, typeErrors)]));
}

function solutionsOf(
  seed: RecordedSeed,
  behaviours: Readonly<Record<string, Behaviour>>,
  typeErrors: ReadonlyMap<string, readonly string[]>,
): Solutions {
  const seen = modulesOf(seed).map(([name, code]): [string, ObservedSolution] => {
    const behaviour = behaviours[name];
    if (behaviour === undefined) throw new Error(`${seed.seed}: ${name} was not run`);
    const misfits = typeErrors.get(`${seed.seed}/${name}.fits.ts`) ?? [];
    return [
      name,
      {
        extracted: true,
        code,
        behaviour,
        typeErrors: typeErrors.get(`${seed.seed}/${name}.ts`) ?? [],
        misfits,
      },
    ];
  });
  return { ...notExtracted(seed.solutions), ...Object.fromEntries(seen) };
}

/** The reference and every solution that could be extracted. */
function modulesOf({ key, solutions }: RecordedSeed): [string, string][] {
  return [['reference', key.reference], ...codes(solutions)];
}

/** Beside each module stands a file that compiles only if the module's entry point has the task's signature. */
function typeFiles(seed: RecordedSeed): [string, string][] {
  const { entryPoint } = seed;
  const files = modulesOf(seed).flatMap(([name, code]): [string, string][] => [
    [`${name}.ts`, code],
    [
      `${name}.fits.ts`,
      `import type * as asked from './signature';\nimport { ${entryPoint} as given } from './${name}';\nexport const fits: typeof asked.${entryPoint} = given;\n`,
    ],
  ]);
  return [['signature.d.ts', `${seed.signature}\nexport {};\n`], ...files].map(([file = '', text = '']) => [
    `${seed.seed}/${file}`,
    text,
  ]);
}

async function behavioursOf(dir: string, seed: RecordedSeed): Promise<Record<string, Behaviour>> {
  mkdirSync(dir, { recursive: true });
  const modules = modulesOf(seed).map(([name, code]) => {
    const { code: javascript, errors } = transformSync(`${name}.ts`, code);
    const file = join(dir, `${name}.mjs`);
    writeFileSync(file, errors.length === 0 ? javascript : code);
    return { name, file };
  });
  const endless = Object.entries(seed.key.solutions)
    .filter(([, truth]) => truth.truth === 'wrong' && truth.defect === 'never-ends')
    .map(([name]) => name);
  return observeBehaviour({ keyFile: seed.keyFile, entryPoint: seed.entryPoint, modules }, new Set(endless));
}

async function inPairs<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}
