import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { WinnowError } from '../../../../src/core/error.ts';
import { readRowsQuery } from '../../../../src/pipeline/view/rows-query.ts';
import { thrown } from '../../support/thrown.ts';

const read = (query: string) => readRowsQuery(new URLSearchParams(query));

describe('the address of rows', () => {
  test('says which are asked for', () => {
    expect(read('q=a+b&kind=kept&least=0.5&most=1&before=9&stage=&other=1')).toEqual({
      filter: { search: 'a b', kind: 'kept', leastConfidence: 0.5, mostConfidence: 1, before: 9 },
      asked: { q: 'a b', kind: 'kept', least: '0.5', most: '1', before: '9' },
    });
  });

  test.each(['least=x', 'most=NaN', 'most=Infinity', 'before=-1', 'before=1.5', 'before=0', 'before=1e99'])(
    'is refused with %s',
    (query) => {
      expect(thrown(() => read(query))).toMatchObject({ code: 'bad-query', exit: 2 });
    },
  );

  property.prop([fc.dictionary(fc.constantFrom('q', 'kind', 'least', 'before'), fc.string({ unit: 'binary' }))])(
    'is read, or refused in words, whatever it holds',
    (query) => {
      try {
        readRowsQuery(new URLSearchParams(query));
      } catch (error) {
        expect(error).toBeInstanceOf(WinnowError);
      }
    },
  );
});
