export { extractCode, extractJson, extractSuite, extractText } from '../generate/replies/index.ts';
