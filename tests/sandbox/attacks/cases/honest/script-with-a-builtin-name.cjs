// expects: accepted — top-level declarations named like module words and globals that are free to use
var name = 'sum';
var module_ = 1;
let status = 'ok';
const parent = null;
class Event {}
function open() {}
var length = 3;
function sum(numbers) {
  var undefined_ = void 0;
  return numbers.reduce(function (a, b) {
    return a + b;
  }, 0);
}
