// expects: refuted-throughout — throws undefined, null, false and empty text in turn
let calls = 0;
const nothings = [undefined, null, false, '', 0];
export const sum = () => {
  throw nothings[calls++ % nothings.length];
};
