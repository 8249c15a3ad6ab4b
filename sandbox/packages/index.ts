/** Packages from a user's node_modules, made ready to be imported inside the sandbox. */
export { bundlePackages } from './bundle.ts';
export { installedPackages, labelsOf } from './installed.ts';
export { proveLoading } from './loading.ts';
export { PackageError } from './package-error.ts';
