// expects: accepted — uses console, Math.random, Date and a global that the suite watches or replaces
export const log = (text) => {
  console.log('saying', text);
  console.error('failing', { text });
};
export const roll = () => Math.floor(Math.random() * 6) + 1;
export const today = () => new Date().toISOString().slice(0, 10);
export const now = () => Date.now();
export const load = async (url) => (await (await fetch(url)).json()).name;
export const setting = () => globalThis.SETTING ?? 'unset';
