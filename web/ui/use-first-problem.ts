import { useEffect } from "react";

/** Once what was sent is refused: the first field with something wrong comes into sight and has the focus. */
export function useFirstProblem(refused: boolean): void {
  useEffect(() => {
    if (!refused) return;
    const first = document.querySelector("[data-field-error]");
    first?.scrollIntoView({ block: "center" });
    first?.querySelector<HTMLElement>("input, select, textarea, button")?.focus({ preventScroll: true });
  }, [refused]);
}
