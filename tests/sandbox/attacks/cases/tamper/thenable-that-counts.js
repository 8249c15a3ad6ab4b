// expects: refuted-throughout — a then that is there only every other time
export const sum = () => {
  let looks = 0;
  return Object.defineProperty({}, 'then', {
    get: () => (looks++ % 2 ? (done) => done(0) : undefined),
    enumerable: true,
  });
};
