let known: Readonly<Record<string, string>> = {};

/** Takes the packages that suites and solutions may import beside the guest's own: source of a bundle, by name. */
export function setPackages(packages: Readonly<Record<string, string>>): void {
  known = packages;
}

/** The packages that were handed to this process when it started. */
export function getPackages(): Readonly<Record<string, string>> {
  return known;
}
