import { type Patch, required } from './patch.ts';

const process = `var process = ${required('library-process.ts')}.process;\n`;
const assertFile = /assert\/build\/assert\.js$/;
const errorFile = /assert\/assertion_error\.js$/;
const codesFile = /assert\/build\/internal\/errors\.js$/;
const comparisons = /util\/comparisons\.js$/;

/** What is thrown, and how it is said, as in today's Node. */
const failures: readonly Patch[] = [
  { file: assertFile, find: /^/, replace: process },
  { file: errorFile, find: /^/, replace: `${process}var ownMessage;\n` },
  // An error that is not the expected one is a failed assertion that says so.
  {
    file: assertFile,
    find: /if \(error && !expectedException\(actual, error, message, stackStartFn\)\) \{\s*throw actual;/,
    replace: `if (error && !expectedException(actual, error, message, stackStartFn)) {
      throw ${required('wrong-error.ts')}.wrongError({ actual, expected: error, message, stackStartFn, AssertionError });`,
  },
  {
    file: assertFile,
    find: 'if (actual != expected) {',
    replace: 'if (actual != expected && (actual === actual || expected === expected)) {',
  },
  {
    file: assertFile,
    find: 'if (actual == expected) {',
    replace: 'if (actual == expected || (actual !== actual && expected !== expected)) {',
  },
  { file: assertFile, find: 'var generatedMessage = false;\n', replace: 'var generatedMessage = message == null;\n' },
  // A message of one's own stands in the place of the first line, and does not take the difference away.
  {
    file: errorFile,
    find: '_this = _super.call(this, String(message));',
    replace: `if (operator === 'deepStrictEqual' || operator === 'strictEqual') {
        ownMessage = String(message);
        try { _this = _super.call(this, createErrDiff(actual, expected, operator)); } finally { ownMessage = undefined; }
      } else _this = _super.call(this, String(message));`,
  },
  {
    file: errorFile,
    find: /kReadableOperator\[operator\](, "\\n\\n"\) \+| \+ "\\n"\.concat\(green)/g,
    replace: '(ownMessage ?? kReadableOperator[operator])$1',
  },
  { file: errorFile, find: '.concat(end).concat(indicator);', replace: '.concat(end).concat(indicator, "\\n");' },
  {
    file: codesFile,
    find: /(createErrorType\('ERR_INVALID_ARG_TYPE', function \(name, expected, actual\) \{)/,
    replace: `$1\n  return ${required('node-error.ts')}.wrongType(name, [].concat(expected), actual);`,
  },
  {
    file: codesFile,
    find: /type = "instance of "[\s\S]*?;/,
    replace: `type = ${required('node-error.ts')}.describe(value);`,
  },
  {
    file: codesFile,
    find: 'args = args.map(',
    replace: 'args = args.filter((name) => name !== undefined); len = args.length; $&',
  },
  {
    file: codesFile,
    find: `'The "%s" argument is ambiguous. %s'`,
    replace: 'function (name, reason) { return `The "${name}" argument is ambiguous. ${reason}`; }',
  },
];

/** Deep equality: kinds, NaN loosely too, causes, aggregated errors, addresses and last indices. */
const equality: readonly Patch[] = [
  {
    file: comparisons,
    find: 'Object.getPrototypeOf(val1) !== Object.getPrototypeOf(val2)',
    replace: `!${required('similar.ts')}.areOfOneKind(val1, val2)`,
  },
  {
    file: comparisons,
    find: 'return val1 == val2;',
    replace: 'return val1 == val2 || (val1 !== val1 && val2 !== val2);',
  },
  {
    file: comparisons,
    find: /if \(val1\.message !== val2\.message \|\| val1\.name !== val2\.name\) \{\s*return false;\s*\}/,
    replace: '',
  },
  {
    file: comparisons,
    find: /(\} else if \(isBoxedPrimitive\(val1\) && !isEqualBoxedPrimitive\(val1, val2\)\) \{\s*return false;\s*\})/,
    replace: `$1
  if (!${required('similar.ts')}.haveSameParts(val1, val2, (a, b) => innerDeepEqual(a, b, strict, memos))) return false;`,
  },
  {
    file: comparisons,
    find: 'a.source === b.source && a.flags === b.flags :',
    replace: 'a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex :',
  },
  {
    file: comparisons,
    find: 'Date.prototype.getTime.call(val1) !== Date.prototype.getTime.call(val2)',
    replace: '!objectIs(Date.prototype.getTime.call(val1), Date.prototype.getTime.call(val2))',
  },
];

export const assertPatches: readonly Patch[] = [...failures, ...equality];
