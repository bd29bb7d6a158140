/** Spread on what scrolls sideways, so that it can be scrolled without a mouse. */
export const scrolledByKeys = { tabIndex: 0 };
