import { invalidArgument, nodeError } from './node-error.ts';

type Url = InstanceType<UrlClass>;

/** The path of a `file:` address; throws when it is none. */
export function fileURLToPath(address: string | Url): string {
  const { URL } = offered('internal/url');
  if (typeof address !== 'string' && !(address instanceof URL)) {
    throw invalidArgument('path', 'of type string or an instance of URL', address);
  }
  const url = typeof address === 'string' ? new URL(address) : address;
  if (url.protocol !== 'file:') throw nodeError(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  if (url.hostname !== '') {
    throw nodeError(TypeError, 'ERR_INVALID_FILE_URL_HOST', 'File URL host must be "localhost" or empty on linux');
  }
  if (/%2f/i.test(url.pathname)) {
    const message = 'File URL path must not include encoded / characters';
    throw nodeError(TypeError, 'ERR_INVALID_FILE_URL_PATH', message);
  }
  return decodeURIComponent(url.pathname);
}

/** The `file:` address of a path, which is taken from the root unless it is absolute. */
export function pathToFileURL(path: string): Url {
  const trailing = path.endsWith('/') && path !== '/' ? '/' : '';
  const absolute = `${offered('path').resolve(path)}${trailing}`;
  const escaped = absolute.replace(/[%\\\n\r\t?#]/g, (char) => encodeURIComponent(char));
  return new (offered('internal/url').URL)(`file://${escaped}`);
}
