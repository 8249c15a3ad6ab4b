import { SourceMap, type SourceMapPayload } from 'node:module';

/** The line of the submitted text, for a line and perhaps a column of the code that was made of it; all from 1. */
export type OriginalLine = (line: number, column?: number) => number;

export const sameLine: OriginalLine = (line) => line;

/**
 * Looks lines up in a source map, which is made when the first one is asked for: most candidates never need it.
 *
 * @param code What the map leads away from.
 */
export function mappedLines(code: string, makeMap: () => Partial<SourceMapPayload> | undefined): OriginalLine {
  let map: SourceMap | undefined;
  const find = (line: number, column: number) => {
    map ??= new SourceMap({ ...emptyMap, ...makeMap() });
    return map.findEntry(line - 1, column - 1);
  };
  return (line, column) => {
    const entry = find(line, column ?? firstColumn(code, line));
    return 'originalLine' in entry ? entry.originalLine + 1 : line;
  };
}

const emptyMap: SourceMapPayload = {
  file: '',
  version: 3,
  sources: [],
  sourcesContent: [],
  names: [],
  mappings: '',
  sourceRoot: '',
};

/** The column of the first character of a line that is no white space. */
function firstColumn(code: string, line: number): number {
  const text = code.split('\n')[line - 1] ?? '';
  return text.length - text.trimStart().length + 1;
}
