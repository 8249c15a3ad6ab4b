import { dirname, relative, resolve } from 'node:path';

/** What asks for another module, up to the quoted name: `from`, `import`, `import(`, `require(`, `vi.mock(`. */
const request =
  /(?<before>(?:\bfrom|\bimport|\b(?:import|require|requireActual|importActual|mock|doMock|unmock)\s*\()\s*)(?<quote>['"])(?<name>\.{1,2}\/[^'"\n]*)\k<quote>/gu;
const extension = /\.[cm]?[jt]s$/u;

/** Tests with every import of the solution's file spelt `./solution`, the name by which the sandbox knows it. */
export function importingSolution(tests: string, testsFile: string, solutionFile: string): string {
  const solution = withoutExtension(resolve(solutionFile));
  const folder = dirname(resolve(testsFile));
  return tests.replaceAll(request, (whole: string, ...rest: unknown[]) => {
    const { before, quote, name } = rest.at(-1) as { before: string; quote: string; name: string };
    const isSolution = relative(solution, withoutExtension(resolve(folder, name))) === '';
    return isSolution ? `${before}${quote}./solution${quote}` : whole;
  });
}

function withoutExtension(path: string): string {
  return path.replace(extension, '');
}
