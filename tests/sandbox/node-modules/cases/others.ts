const paths = [
  "''",
  "'.'",
  "'/'",
  "'/a/b/../c.txt'",
  "'a//b/./c/'",
  "'../x'",
  "'a.tar.gz'",
  "'.bashrc'",
  "'/a/b/'",
  "'a.'",
  "'..'",
  "'C:\\\\x'",
];
const pathCases = paths.flatMap((path) =>
  ['normalize', 'dirname', 'basename', 'extname', 'isAbsolute', 'parse'].map(
    (name) => `require('path').${name}(${path})`,
  ),
);

const more = String.raw`
require('path').join('a', '..', '/b', 'c')
require('path').join('', '')
require('path').join(1)
require('path').resolve('/a', 'b', '../c')
require('path').resolve('/a', '/b')
require('path').relative('/a/b/c', '/a/d')
require('path').relative('/a', '/a')
require('path').basename('a/b.html', '.html')
require('path').format({ dir: '/a', base: 'b.txt' })
require('path').format({ root: '/', name: 'b', ext: '.txt' })
[require('path').sep, require('path').delimiter]
require('path/posix') === require('path').posix
require('node:path').posix.join('a', 'b')
`
  .trim()
  .split('\n');

const queries = String.raw`
require('querystring').parse('a=1&b=2&a=3&c')
require('querystring').parse('a=%20b+c&d=%zz&=x&&e=%C3%A9')
require('querystring').parse('a:1;b:2', ';', ':')
require('querystring').parse('a=1&b=2&c=3', null, null, { maxKeys: 2 })
require('querystring').parse('')
require('querystring').parse('__proto__=1&toString=2')
Object.getPrototypeOf(require('querystring').parse('a=1'))
require('querystring').parse('a=b=c')
require('querystring').parse('a=x', '&', '=', { decodeURIComponent: (text) => text + '!' })
require('querystring').stringify({ a: 1, b: ['x', 'y'], c: true, d: null, e: undefined, f: 'é &', g: {}, h: NaN, i: 5n })
require('querystring').stringify({ a: 'b c' }, ';', ':')
require('querystring').stringify('x')
require('querystring').stringify({ a: "!'()*-._~" })
require('querystring').stringify({ a: 'b' }, null, null, { encodeURIComponent: (text) => text + '!' })
require('querystring').escape('a b&c')
require('querystring').unescape('a%20b%zz')
require('querystring').encode === require('querystring').stringify
`
  .trim()
  .split('\n');

const addresses = [
  'http://user:pass@sub.example.com:8080/p/a/t/h?query=string&a=1#hash',
  'https://EXAMPLE.com',
  'http://example.com:80/../a/./b',
  'http://münchen.de/ä?ö#ü',
  'file:///a/b%20c',
  'mailto:a@b.c',
  'javascript:alert(1)',
  '//host/path',
  '/path?x=1',
  'http://[::1]:3000/',
  'http://1.2.3/',
  'ftp://a/b;c',
  'data:text/plain,hi there',
  'http://a b/',
  'http://a.com/%zz?%zz=[]{}|^',
  '',
  'x',
];
const members =
  "['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash']";
const web = addresses.flatMap((address) => [
  `const u = new URL(${JSON.stringify(address)}); return ${members}.map((name) => u[name])`,
  `const u = new URL(${JSON.stringify(address)}, 'https://base.org/x/y?z'); return u.href`,
  `URL.canParse(${JSON.stringify(address)})`,
]);
const legacy = addresses.slice(0, 10).flatMap((address) => [
  `const { ...u } = require('url').parse(${JSON.stringify(address)}); return u`,
  `const { query } = require('url').parse(${JSON.stringify(address)}, true); return query`,
  // The package resolves addresses of files as if they had a host.
  ...(address.startsWith('file:') ? [] : [`require('url').resolve('http://base.org/a/b', ${JSON.stringify(address)})`]),
  `require('url').format(require('url').parse(${JSON.stringify(address)}))`,
]);

const urls = String.raw`
const u = new URL('http://a/b'); u.pathname = '/c d'; u.search = 'x=1'; u.hash = 'h'; u.port = '81'; u.protocol = 'https'; return u.href
const u = new URL('http://a/b?x=1&x=2&y='); return [u.searchParams.get('x'), u.searchParams.getAll('x'), u.searchParams.has('y'), u.searchParams.get('z'), [...u.searchParams]]
const u = new URL('http://a/'); u.searchParams.append('q', 'a b&c'); u.searchParams.set('r', 'é'); return [u.href, u.search, String(u.searchParams)]
JSON.stringify({ u: new URL('http://a/b') })
String(new URL('http://a/b'))
URL.parse('nope')
URL.parse('/x', 'http://a').href
new URL('nope')
const { URL: U, URLSearchParams: P } = require('url'); return [U === URL, P === URLSearchParams]
const p = new URLSearchParams({ b: '2', a: '1' }); p.sort(); return [p.toString(), p.size, [...p.keys()], [...p.values()]]
new URLSearchParams([['a', '1'], ['a', '2']]).toString()
new URLSearchParams(new Map([['a', '1']])).toString()
new URLSearchParams('?a=b+c&d=%20').get('a')
const p = new URLSearchParams('a=1&a=2&b=3'); p.delete('a', '1'); return [p.toString(), p.has('a', '2'), p.has('a', '5')]
const log = []; new URLSearchParams('a=1&b=2').forEach((value, key) => log.push(key + value)); return log
new URLSearchParams([['a']])
Object.fromEntries(new URLSearchParams('a=1&b=2'))
require('url').fileURLToPath('file:///a/b%20c')
require('url').fileURLToPath(new URL('file:///é'))
require('url').fileURLToPath('http://a/b')
require('url').fileURLToPath('file://host/b')
require('url').fileURLToPath(5)
require('url').pathToFileURL('/a b/c#d?e%').href
require('url').pathToFileURL('/a/').href
require('url').format(new URL('http://u:p@a/b?c#d'), { auth: false, fragment: false, search: false })
require('url').format({ protocol: 'https', hostname: 'a.b', port: 1, pathname: '/x', query: { y: 1, z: ['p', 'q'] } })
require('url').domainToASCII('español.com')
require('url').domainToUnicode('xn--espaol-zwa.com')
require('url').urlToHttpOptions(new URL('http://u:p@[::1]:80/b?c#d')).auth
require('util').isDeepStrictEqual(new URL('http://a'), new URL('http://b'))
`
  .trim()
  .split('\n');

const clocks = String.raw`
typeof require('perf_hooks').performance.now()
require('perf_hooks').performance === performance
await require('timers/promises').setTimeout(3, 'value')
await require('timers/promises').setImmediate('value')
const log = []; for await (const v of require('timers/promises').setInterval(2, 'v')) { log.push(v); if (log.length === 3) break } return log
const c = new AbortController(); setTimeout(() => c.abort(), 2); return require('timers/promises').setTimeout(5000, 1, { signal: c.signal })
return require('timers/promises').setTimeout(1, 1, { signal: AbortSignal.abort() })
const c = new AbortController(); const log = []; try { for await (const v of require('timers/promises').setInterval(1, 'v', { signal: c.signal })) { log.push(v); if (log.length === 2) c.abort() } } catch (error) { return [log, error] }
await require('timers/promises').scheduler.wait(2)
require('timers').promises === require('timers/promises')
const { setTimeout: st, clearTimeout: ct } = require('timers'); const log = []; ct(st(() => log.push('no'), 1)); await new Promise((resolve) => st((x) => { log.push(x); resolve() }, 3, 'yes')); return log
await new Promise((resolve) => require('node:timers').setImmediate(resolve, 5))
Object.keys(require('timers')).filter((name) => /^(set|clear)/.test(name)).sort()
[typeof process.version, process.platform, process.argv.length > 0, typeof process.env, typeof process.cwd()]
new Promise((resolve) => process.nextTick((a, b) => resolve([a, b]), 1, 2))
Array.isArray(process.hrtime()) && process.hrtime().length
process.hrtime(process.hrtime())[0]
typeof process.hrtime.bigint()
typeof process.uptime()
Object.keys(process.memoryUsage()).sort()
require('process') === process
process.on('exit', () => {}) === process
process.exitCode
process.env.NOT_THERE
String(process)
`
  .trim()
  .split('\n');

export const pathAndQueryCases: readonly string[] = [...pathCases, ...more, ...queries];
export const urlCases: readonly string[] = [...web, ...legacy, ...urls];
export const clockCases: readonly string[] = clocks;
