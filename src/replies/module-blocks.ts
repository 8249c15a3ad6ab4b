import { elementsOf } from './elements.ts';
import { type FencedBlock, fencedBlocks } from './fences.ts';
import { stringsOf } from './json-strings.ts';
import { parseJsonValue } from './json-value.ts';
import { parseModule, type ParsedModule } from './parsed-module.ts';
import { repaired } from './repairs.ts';

/** A piece of a reply that may be the module, and what it is as one. */
export interface ReadBlock extends FencedBlock {
  readonly module: ParsedModule;
}

/** The fenced blocks that hold something. */
export function readFences(text: string): ReadBlock[] {
  return fencedBlocks(text, parses)
    .filter(({ code, closed, tag }) => code.trim() !== '' || (!closed && tag !== ''))
    .flatMap((block) => fromJson(block.code) ?? [readBlock(block)]);
}

/** What stands in elements such as `<code>`, or in the strings of a JSON value. */
export function readWrapped(text: string): ReadBlock[] {
  const elements = elementsOf(text);
  const json = fromJson(text.replace(/^\s*(?:<[\w|-]{1,40}>\s*)?/, '').replace(/<\/[\w-]{1,40}>\s*$/, ''));
  return json ?? elements.flatMap((code) => fromJson(code) ?? [readBlock({ tag: '', code, closed: true })]);
}

function parses(code: string): boolean {
  return parseModule(code).parses;
}

function readBlock(block: FencedBlock): ReadBlock {
  const { code } = repaired(block.code, parses);
  return { ...block, code, module: parseModule(code) };
}

/** The strings of a JSON value that are modules, or hold fenced ones; undefined where the text is no JSON. */
function fromJson(text: string): ReadBlock[] | undefined {
  const value = parseJsonValue(text);
  if (value === undefined) return undefined;
  return stringsOf(value).flatMap((string) => {
    const fences = fencedBlocks(string, parses);
    return (fences.length > 0 ? fences : [{ tag: 'json', code: string, closed: true }]).map((block) =>
      readBlock(block),
    );
  });
}
