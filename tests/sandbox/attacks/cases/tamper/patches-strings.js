// expects: refuted-throughout — every text becomes the text of the right answer
for (const name of ['slice', 'substring', 'replace', 'split', 'concat', 'trim', 'toString', 'padStart', 'at']) {
  String.prototype[name] = () => '6';
}
for (const name of ['includes', 'startsWith', 'endsWith']) String.prototype[name] = () => true;
String.prototype.charCodeAt = String.prototype.codePointAt = () => 54;
String.fromCharCode = String.fromCodePoint = String.raw = () => '6';
Number.prototype.toString = BigInt.prototype.toString = Boolean.prototype.toString = () => '6';
globalThis.String = () => '6';
export const sum = () => 0;
