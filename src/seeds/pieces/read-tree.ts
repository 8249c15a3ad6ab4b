import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCodeSeeds, type CodeSeedOptions } from '../real-code/code-seeds.ts';
import { makePiece } from './make-piece.ts';
import { ownTests } from './own-tests.ts';
import type { Piece, Pieces } from './piece.ts';
import { publicFaces } from './signature.ts';

/**
 * The functions and classes of a folder, a git repository or a file of code, cut and filtered as seeds from real code
 * are, but that code may be undocumented. Tests are taken from `NAME.test.ts` or `NAME.spec.ts` beside the file where
 * they import nothing else of it. Throws an input error for what cannot be read.
 */
export async function readTree(path: string, options: Pick<CodeSeedOptions, 'areWellTyped'>): Promise<Pieces> {
  const { seeds, unfit } = await readCodeSeeds(path, { ...options, takesUndocumented: true });
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const pieces = seeds.flatMap((seed): Piece[] => {
    const { code = '', language = 'ts', title: entryPoint } = seed;
    const face = publicFaces(code)?.get(entryPoint);
    if (!face) return [];
    const tests = testsBeside(join(folder, seed.path ?? '')).flatMap((text) => ownTests(text, code) ?? [])[0];
    return [makePiece({ ...seed, code, language }, { entryPoint, face, ...(tests !== undefined && { tests }) })];
  });
  const left = [...unfit].toSorted(([, a], [, b]) => b - a).map(([why, times]) => `${times} ${why}`);
  const notice = `${path}: ${pieces.length} pieces of code${left.length === 0 ? '' : `; left out: ${left.join(', ')}`}`;
  return { pieces, notices: [notice], badLines: 0 };
}

/** The texts of the test files of a file. */
function testsBeside(path: string): string[] {
  const [, name = path, extension = ''] = /^(.*)(\.[cm]?[jt]s)$/u.exec(path) ?? [];
  const files = ['test', 'spec'].map((word) => `${name}.${word}${extension}`);
  return files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
}
