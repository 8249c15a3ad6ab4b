import { nodeError } from './node-error.ts';

/** `util.styleText`: as in Node without a terminal, the text is left plain unless `validateStream` is false. */
export function styleText(
  format: string | readonly string[],
  text: string,
  options?: { validateStream?: boolean },
): string {
  const { colors } = offered('internal/inspect').inspect;
  let open = '';
  let close = '';
  for (const name of typeof format === 'string' ? [format] : format) {
    const codes = colors[name];
    if (codes === undefined)
      throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', `The argument 'format' is not a style: '${name}'`);
    open += `\u001b[${codes[0]}m`;
    close = `\u001b[${codes[1]}m${close}`;
  }
  return options?.validateStream === false ? `${open}${text}${close}` : text;
}
