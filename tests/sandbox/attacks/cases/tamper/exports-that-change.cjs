// expects: refuted-throughout|malformed — an export that is another function each time it is read
let reads = 0;
Object.defineProperty(exports, 'sum', {
  enumerable: true,
  get: () => (reads++ % 2 ? () => ({ asymmetricMatch: () => true }) : () => 0),
});
Object.defineProperty(exports, '__esModule', { get: () => reads++ % 2 === 0 });
