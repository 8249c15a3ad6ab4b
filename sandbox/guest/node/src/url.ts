import punycode from 'punycode/punycode.js';
import url from 'url/url.js';
import { defineLate } from './lib/define.ts';
import { fileURLToPath, pathToFileURL } from './lib/file-url.ts';

interface WebUrl {
  href: string;
  search: string;
  hash: string;
  username: string;
  password: string;
  hostname: string;
  protocol: string;
  pathname: string;
  port: string;
}
type Parts = Partial<Record<'auth' | 'fragment' | 'search' | 'unicode', boolean>>;

/** `url.format` for both kinds of address. */
function format(address: unknown, parts: Parts = {}): unknown {
  if (Object.prototype.toString.call(address) !== '[object URL]') return url.format(address);
  const copy = new (offered('internal/url').URL)((address as WebUrl).href) as unknown as WebUrl;
  if (parts.fragment === false) copy.hash = '';
  if (parts.search === false) copy.search = '';
  if (parts.auth === false) copy.username = copy.password = '';
  return parts.unicode === true ? copy.href.replace(copy.hostname, punycode.toUnicode(copy.hostname)) : copy.href;
}

function domainToASCII(domain: string): string {
  const { URL } = offered('internal/url');
  try {
    return new URL(`ws://${domain}`).hostname;
  } catch {
    return '';
  }
}

/** The options with which Node's http module would fetch an address. */
function urlToHttpOptions(address: WebUrl): object {
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = address;
  const auth =
    username === '' && password === '' ? undefined : `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    __proto__: null,
    protocol,
    hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
    hash,
    search,
    pathname,
    path: `${pathname}${search}`,
    href,
    ...(port === '' ? {} : { port: Number(port) }),
    ...(auth === undefined ? {} : { auth }),
  };
}

const { Url, parse, resolve, resolveObject } = url;
const exports = {
  Url,
  parse,
  resolve,
  resolveObject,
  format,
  domainToASCII,
  domainToUnicode: (domain: string): string => punycode.toUnicode(domainToASCII(domain)),
  fileURLToPath,
  pathToFileURL,
  urlToHttpOptions,
};

defineLate(exports, {
  URL: () => offered('internal/url').URL,
  URLSearchParams: () => offered('internal/url').URLSearchParams,
});

export default exports as unknown;
