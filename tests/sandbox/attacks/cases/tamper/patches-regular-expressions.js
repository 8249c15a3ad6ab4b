// expects: refuted-throughout — every pattern matches everything
RegExp.prototype.exec = () => Object.assign(['6'], { index: 0, groups: {} });
RegExp.prototype.test = () => true;
for (const name of ['match', 'matchAll', 'replace', 'search', 'split']) RegExp.prototype[Symbol[name]] = () => '6';
for (const name of ['flags', 'source', 'global', 'sticky', 'unicode']) {
  Object.defineProperty(RegExp.prototype, name, { get: () => 'g' });
}
export const sum = () => 0;
