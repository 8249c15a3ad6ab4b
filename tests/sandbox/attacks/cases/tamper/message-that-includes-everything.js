// expects: refuted-throughout — throws objects whose message agrees with whatever it is compared to
const agreeable = () => ({
  includes: () => true,
  match: () => ['x'],
  indexOf: () => 0,
  [Symbol.toStringTag]: 'String',
});
export const asObject = () => {
  throw { message: agreeable() };
};
export const asError = () => {
  const error = new Error();
  Object.defineProperty(error, 'message', { value: agreeable(), enumerable: true });
  throw error;
};
export const asRejection = async () => {
  throw { message: agreeable() };
};
