/* oxlint-disable import/no-unassigned-import -- they define their classes on the object that stands for the global one. */
// These define URL and URLSearchParams on the object that the build gives them in place of the global one.
import 'core-js/modules/web.url.constructor.js';
import 'core-js/modules/web.url.can-parse.js';
import 'core-js/modules/web.url.parse.js';
import 'core-js/modules/web.url.to-json.js';
import 'core-js/modules/web.url-search-params.constructor.js';
import 'core-js/modules/web.url-search-params.delete.js';
import 'core-js/modules/web.url-search-params.has.js';
import 'core-js/modules/web.url-search-params.size.js';
import { defineHidden } from './lib/define.ts';
import { type Rest, viewOfParams, viewOfUrl } from './lib/url-view.ts';
import privateGlobal from 'core-js/internals/global-this.js';

const { URL, URLSearchParams } = privateGlobal;
const custom = Symbol.for('nodejs.util.inspect.custom');
defineHidden(URL.prototype, {
  [custom](this: Record<string, unknown>, ...rest: Rest): unknown {
    return viewOfUrl(this, ...rest);
  },
});
defineHidden(URLSearchParams.prototype, {
  [custom](this: Iterable<[string, string]>, ...rest: Rest): unknown {
    return viewOfParams(this, ...rest);
  },
});
export default { URL, URLSearchParams } as unknown;
