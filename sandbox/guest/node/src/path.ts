import path from 'path-browserify';

path['toNamespacedPath'] = (name: unknown): unknown => name;
export default path;
