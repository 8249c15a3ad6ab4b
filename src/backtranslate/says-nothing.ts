/** Words that stand in any description of any code. */
const plain = new Set(
  (
    'a an and any are argument arguments as at be been being both but by can class code computation compute computes ' +
    'data do does each every export exported exports following for from function functions gets give given gives has ' +
    'have how if implement implementation implements in input inputs into is it its javascript just makes may method ' +
    'module name named no not of on one only operation or output outputs parameter parameters perform performs please ' +
    'program provide provided provides put result results return returned returns see should signature simple simply ' +
    'so some something such takes task than that the their them then there these they thing things this those to type ' +
    'types typescript useful utility value values various very what when where which with work works write you your'
  ).split(' '),
);

/** So many telling words are enough to let the round trip decide. */
const enough = 2;
/** A word and its forms (`sum`, `sums`) are one from here on. */
const longestStem = 5;

/**
 * The telling words of a description that says nothing: next to none beyond the name of the code, its signature and
 * what is said of any code. Undefined where it says more.
 */
export function saysNothing(
  description: string,
  { entryPoint, signature }: { readonly entryPoint: string; readonly signature: string },
): readonly string[] | undefined {
  const known = new Set([...wordsIn(entryPoint), ...wordsIn(signature)].map(stem));
  const telling = wordsIn(description).filter((word) => !plain.has(word) && !known.has(stem(word)));
  const distinct = [...new Map(telling.map((word) => [stem(word), word])).values()];
  return distinct.length < enough ? distinct : undefined;
}

/** Words of letters, those of a name in camel case apart. */
function wordsIn(text: string): string[] {
  const apart = text.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return apart.match(/\p{L}+/gu)?.filter(isWord) ?? [];
}

/** Single letters are names; in scripts without spaces a few letters are a sentence. */
function isWord(word: string): boolean {
  return word.length > 1;
}

function stem(word: string): string {
  return word.replace(/(?:ing|ed|es|s|e)$/u, '').slice(0, longestStem);
}
