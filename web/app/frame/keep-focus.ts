/**
 * Keeps the place of whoever works by keyboard: where the element that has the focus goes away or can't be used any more,
 * as a button that was pressed and has done its work, the focus rests on what stood around it, not at the page's start.
 */
export function keepFocus(): void {
  let outwards: readonly Element[] = [];
  addEventListener("focusin", ({ target }) => {
    outwards = target instanceof Element ? [target, ...around(target)] : [];
  });
  addEventListener("focusout", () =>
    queueMicrotask(() => {
      // Left on purpose, as by a click beside it.
      if (document.activeElement === document.body && outwards[0] && holdsFocus(outwards[0])) outwards = [];
    }),
  );
  const restWhereItWas = () => {
    const [last, ...places] = outwards;
    const now = document.activeElement;
    if (!last || holdsFocus(last) || (now !== document.body && now !== last)) return;
    rest(places.find(isShown) ?? document.getElementById("content"));
  };
  const changes = { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] };
  new MutationObserver(restWhereItWas).observe(document.body, changes);
}

function around(element: Element): Element[] {
  const { parentElement } = element;
  return !parentElement || parentElement === document.body ? [] : [parentElement, ...around(parentElement)];
}

function isShown(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0;
}

function holdsFocus(element: Element): boolean {
  return isShown(element) && !element.matches(":disabled");
}

/** Only until it goes on: a place isn't reached by Tab. */
function rest(place: Element | null): void {
  if (!(place instanceof HTMLElement)) return;
  if (!place.hasAttribute("tabindex")) {
    place.tabIndex = -1;
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  }
  place.focus({ preventScroll: true });
}
