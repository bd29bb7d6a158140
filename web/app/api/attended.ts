const quietMilliseconds = 60_000;
const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

let lastSign = Date.now();

/** From now on notes when somebody touches the page. */
export function noteSigns(target: EventTarget = globalThis): void {
  for (const sign of signs) {
    target.addEventListener(
      sign,
      () => {
        lastSign = Date.now();
      },
      { passive: true, capture: true },
    );
  }
}

/** True where nobody touched the page for a minute: what it asks then by itself doesn't keep the session alive. */
export function isUnattended(now: number = Date.now()): boolean {
  return now - lastSign > quietMilliseconds;
}
