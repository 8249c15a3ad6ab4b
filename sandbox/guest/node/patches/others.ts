import { type Patch, required, thrown } from './patch.ts';

const process = `var process = ${required('library-process.ts')}.process;\n`;

const util: readonly Patch[] = [
  { file: /util\/util\.js$/, find: /^/, replace: process },
  // It would change the type checks after taking them.
  { file: /util\/util\.js$/, find: "exports.types = require('./support/types');", replace: 'exports.types = {};' },
  {
    file: /util\/util\.js$/,
    find: `throw new TypeError('The "original" argument must be of type Function')`,
    replace: `throw ${required('node-error.ts')}.invalidArgument('original', 'of type function', original)`,
  },
  {
    file: /util\/util\.js$/,
    find: "new Error('Promise was rejected with a falsy value');",
    replace:
      "Object.assign(new Error('Promise was rejected with falsy value'), { code: 'ERR_FALSY_VALUE_REJECTION' });",
  },
];

const path: readonly Patch[] = [
  { file: /path-browserify\/index\.js$/, find: /^/, replace: process },
  {
    file: /path-browserify\/index\.js$/,
    find: "throw new TypeError('Path must be a string. Received ' + JSON.stringify(path))",
    replace: `throw ${required('node-error.ts')}.invalidArgument('path', 'of type string', path)`,
  },
];

const events: readonly Patch[] = [
  {
    file: /events\/events\.js$/,
    find: `throw new TypeError('The "listener" argument must be of type Function. Received type ' + typeof listener)`,
    replace: `throw ${required('node-error.ts')}.invalidArgument('listener', 'of type function', listener)`,
  },
  {
    file: /events\/events\.js$/,
    find: `throw new RangeError('The value of "n" is out of range. It must be a non-negative number. Received ' + n + '.')`,
    replace: `throw ${required('node-error.ts')}.outOfRange('setMaxListeners', '>= 0', n)`,
  },
  {
    file: /events\/events\.js$/,
    find: "var err = new Error('Unhandled error.' + (er ? ' (' + er.message + ')' : ''));",
    replace:
      "var err = Object.assign(new Error(`Unhandled error. (${offered('internal/inspect').inspect(er)})`), { code: 'ERR_UNHANDLED_ERROR' });",
  },
];

/** Parts that are empty or badly encoded, keys such as `__proto__`, and whole numbers of any size. */
const querystring: readonly Patch[] = [
  { file: /querystring-es3\/decode\.js$/, find: 'var obj = {};', replace: 'var obj = Object.create(null);' },
  {
    file: /querystring-es3\/decode\.js$/,
    find: 'for (var i = 0; i < len; ++i) {',
    replace: '$&\n    if (qs[i] === "") continue;',
  },
  {
    file: /querystring-es3\/decode\.js$/,
    find: /k = decodeURIComponent\(kstr\);\s*v = decodeURIComponent\(vstr\);/,
    replace: `var decode = ${required('decode-part.ts')}.decoder(options); k = decode(kstr); v = decode(vstr);`,
  },
  {
    file: /querystring-es3\/decode\.js$/,
    find: ".replace(regexp, '%20')",
    replace: ".replace(regexp, options && options.decodeURIComponent ? '%20' : ' ')",
  },
  {
    file: /querystring-es3\/encode\.js$/,
    find: `case 'boolean':`,
    replace: `case 'bigint':\n      return String(v);\n\n    $&`,
  },
];

const url: readonly Patch[] = [
  { file: /url\/url\.js$/, find: "querystring = require('qs')", replace: "querystring = offered('querystring')" },
  { file: /url\/url\.js$/, find: 'slashedProtocol = {', replace: "$& 'ws:': true, 'wss:': true," },
  { file: /url\/url\.js$/, find: /this\.query = \{\};/g, replace: 'this.query = Object.create(null);' },
  {
    file: /url\/url\.js$/,
    find: /querystring\.stringify\(this\.query, \{[^}]*\}\)/,
    replace: 'querystring.stringify(this.query)',
  },
];

/** core-js: the object that stands for the global one, errors as Node throws them, and no change to built-ins. */
const webUrl: readonly Patch[] = [
  {
    file: /core-js\/modules\/web\.url-search-params\.(size|delete|has)\.js$/,
    find: /^/,
    replace: `var URLSearchParams = require('../internals/global-this').URLSearchParams;\n`,
  },
  { file: /core-js\/internals\/make-built-in\.js$/, find: /Function\.prototype\.toString = [\s\S]*$/, replace: '' },
  {
    file: /core-js\/modules\/web\.url\.constructor\.js$/,
    find: /throw new TypeError\(failure\)/g,
    replace: thrown('TypeError', 'ERR_INVALID_URL', "'Invalid URL'"),
  },
  {
    file: /core-js\/modules\/web\.url-search-params\.constructor\.js$/,
    find: "throw new TypeError('Expected sequence with length 2')",
    replace: thrown('TypeError', 'ERR_INVALID_TUPLE', "'Each query pair must be an iterable [name, value] tuple'"),
  },
];

export const otherPatches: readonly Patch[] = [...util, ...path, ...events, ...querystring, ...url, ...webUrl];
