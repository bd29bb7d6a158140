/** Works on every item, `width` of them at a time, and gives the answers in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = [];
  const queue = items.entries();
  const lanes = Array.from({ length: width }, async () => {
    for (const [index, item] of queue) answers[index] = await work(item, index);
  });
  await Promise.all(lanes);
  return answers;
}
