describe('sum', () => {
  test('adds', () => expect(sum([1, 2])).toBe(3));
  it('adds more', () => expect(sum([1, 2, 3])).toEqual(6));
});
