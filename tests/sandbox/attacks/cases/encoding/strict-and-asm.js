// expects: accepted — directives, one of which asks for another compiler
'use strict';
'use unknown';
function Adder() {
  'use asm';
  function add(a, b) {
    a = a | 0;
    b = b | 0;
    return (a + b) | 0;
  }
  return { add: add };
}
const { add } = Adder();
export const sum = (xs) => xs.reduce((a, b) => a + b, add(1, -1));
