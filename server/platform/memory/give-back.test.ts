import { expect, test } from "vitest";
import { givingBack, type Look } from "./give-back.ts";

const megabyte = 1024 * 1024;

/** A process that holds `live` bytes once it was collected. */
function processHolding(live: number, first: Look) {
  const state = { ...first, collections: 0 };
  const turn = givingBack(
    () => state,
    () => {
      state.collections += 1;
      state.held = live;
    },
  );
  return { state, turn: () => turn(() => false) };
}

test("a server at rest gives back what its start left behind, once", async () => {
  const { state, turn } = processHolding(50 * megabyte, { busy: 0.02, held: 70 * megabyte });
  await turn();
  expect(state).toEqual({ busy: 0.02, held: 50 * megabyte, collections: 1 });
  await turn();
  expect(state.collections).toBe(1);
});

test("a busy server makes nobody wait for a collection; it comes when the work is over", async () => {
  const { state, turn } = processHolding(50 * megabyte, { busy: 0.9, held: 300 * megabyte });
  await turn();
  expect(state.collections).toBe(0);
  state.busy = 0.05;
  await turn();
  expect(state.collections).toBe(1);
});

test("a few requests are no reason for a collection", async () => {
  const { state, turn } = processHolding(50 * megabyte, { busy: 0, held: 70 * megabyte });
  await turn();
  state.held = 60 * megabyte;
  await turn();
  expect(state.collections).toBe(1);
  state.held = 70 * megabyte;
  await turn();
  expect(state.collections).toBe(2);
});
