// expects: refuted-throughout — is handed a matcher as a value, and returns it wherever an answer is asked for
let kept;
const yes = () => true;
export const keep = (value) => {
  kept = value;
  return false;
};
export const itself = () => kept;
export const heir = () => Object.assign(Object.create(Object.getPrototypeOf(kept)), { asymmetricMatch: yes });
export const changed = (value) => Object.assign(value, { asymmetricMatch: yes, sample: 3, inverse: false }) && 0;
