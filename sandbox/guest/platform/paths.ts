/** Objects of the platform whose members a suite may replace for the solution too. */
export type Path = 'Math' | 'Date' | 'console' | 'performance' | 'globalThis';

export function resolvePath(path: Path): object {
  return path === 'globalThis' ? globalThis : (globalThis as unknown as Record<Path, object>)[path];
}
