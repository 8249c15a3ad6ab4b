// expects: refuted-throughout — a getter that is a matcher only from the second look on
export const sum = () => {
  let looks = 0;
  return Object.defineProperty({}, 'asymmetricMatch', {
    enumerable: true,
    configurable: true,
    get: () => (looks++ === 0 ? undefined : () => true),
  });
};
