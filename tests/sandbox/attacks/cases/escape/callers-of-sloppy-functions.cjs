// expects: accepted|malformed — reads its callers and their arguments through arguments.callee.caller
var found = [];
function look(how, from) {
  var at = from;
  for (var i = 0; i < 20 && typeof at === 'function'; i++) {
    if (at !== exports.sum && at !== exports.take && at !== look && at !== again) found.push(how + ': ' + at.name);
    try {
      at = at.caller;
    } catch (error) {
      return;
    }
  }
}
function again() {
  look('callback', arguments.callee.caller);
}
exports.sum = function sum(xs) {
  look('sum', arguments.callee.caller);
  var total = 0;
  for (var i = 0; i < xs.length; i++) total += xs[i];
  return total;
};
exports.take = function take(values) {
  look('take', arguments.callee.caller);
  values.call(again);
  [1].forEach(again);
};
exports.reached = function () {
  return found;
};
