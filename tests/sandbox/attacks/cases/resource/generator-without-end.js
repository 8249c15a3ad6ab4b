// expects: timeout|memory|output — generators that never end, spread, compared and counted by the suite
export function* numbers() {
  for (let i = 0; ; i++) yield { i, block: [i, i, i, i] };
}
