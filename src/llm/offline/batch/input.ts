import { parseObject } from '../request.ts';

/** One request of a batch. */
export interface InputLine {
  readonly customId: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Why a line keeps a whole batch from beginning, in OpenAI's shape. */
export interface InputError {
  readonly code: string;
  /** From 1. */
  readonly line: number | null;
  readonly message: string;
  readonly param: string | null;
}

export interface Input {
  readonly lines: readonly InputLine[];
  readonly errors: readonly InputError[];
}

/** Reads the requests of a batch, and looks for what OpenAI refuses: no JSON, another endpoint, an id used twice. */
export function readInput(text: string): Input {
  const lines: InputLine[] = [];
  const errors: InputError[] = [];
  const ids = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const read = readLine(line, index + 1, ids);
    if ('code' in read) errors.push(read);
    else lines.push(read);
  }
  if (lines.length + errors.length === 0)
    errors.push({ ...invalid('empty_file', 0, 'The file is empty.'), line: null });
  return { lines, errors };
}

function readLine(line: string, number: number, ids: Set<string>): InputLine | InputError {
  const value = parseObject(line);
  if (value === undefined) return invalid('invalid_json_line', number, 'This line is not a JSON object.');
  const { custom_id: customId, method, url, body } = value;
  if (typeof customId !== 'string') return invalid('missing_required_parameter', number, 'There is no custom_id.');
  if (ids.has(customId)) return invalid('duplicate_custom_id', number, `The custom_id ${customId} is used twice.`);
  if (method !== 'POST' || url !== '/v1/chat/completions') return invalid('invalid_url', number, 'Another endpoint.');
  if (typeof body !== 'object' || body === null) return invalid('missing_required_parameter', number, 'No body.');
  ids.add(customId);
  return { customId, body: body as InputLine['body'] };
}

function invalid(code: string, line: number, message: string): InputError {
  return { code, line, message, param: null };
}
