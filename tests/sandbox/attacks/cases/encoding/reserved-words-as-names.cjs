// expects: accepted — words that only modules and strict code reserve, as names of a script
var yield_ = 1;
var await = 2;
var let_ = 3;
var static = 4;
var implements = 5;
var async = function async(of) {
  return of;
};
function sum(xs) {
  var total = await + static + implements - 11;
  for (var of of xs) total += async(of);
  return total;
}
