// What `assert` takes of `util`; inspecting is loaded only when an assertion has failed.
export const types: Record<string, (value: unknown) => boolean> = offered('internal/types');

/** `util.inspect`, loaded at the first call. */
export function inspect(value: unknown, options?: object): string {
  return offered('internal/inspect').inspect(value, options);
}
