/** A clock that goes on from an instant, for generated data that has a calendar of its own. */
export function clockFrom(instant: string): () => Date {
  const [start, began] = [new Date(instant).getTime(), performance.now()];
  return () => new Date(start + performance.now() - began);
}
