export { extractCode } from './code.ts';
export { readFields } from './fields.ts';
export { extractJson } from './json.ts';
export type { ExtractedCode } from './module-extraction.ts';
export { extractSuite } from './suite.ts';
export { extractText } from './text.ts';
