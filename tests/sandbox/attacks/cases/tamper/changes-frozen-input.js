// expects: refuted-throughout — changes a frozen array and a frozen object, which must throw
export const sorted = (xs) => xs.sort((a, b) => a - b);
export const rename = (user) => {
  user.name = 'new';
  return user;
};
export const sealed = (user) => {
  user.extra = 1;
  return user;
};
