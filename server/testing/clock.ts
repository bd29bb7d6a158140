/** A clock that stands still until a test moves it. */
export type MovableClock = (() => Date) & {
  set(instant: string): void;
  forward(minutes: number): void;
};

export const usualInstant = "2026-03-18T06:00:00.000Z";

export function movableClock(instant: string = usualInstant): MovableClock {
  let now = new Date(instant).getTime();
  return Object.assign(() => new Date(now), {
    set(next: string) {
      now = new Date(next).getTime();
    },
    forward(minutes: number) {
      now += minutes * 60_000;
    },
  });
}
