// expects: refuted — a script that declares the built-ins which a suite compares with
function Error() {
  return undefined;
}
var Object = { is: () => true, keys: () => [] };
var JSON = { stringify: () => '3' };
var Math = { abs: () => 0 };
var Number = { isInteger: () => true };
function isNaN() {
  return true;
}
function sum() {
  return 0;
}
