import { expect, test } from "vitest";
import { fingerprintOf } from "../../app/api/fingerprint.ts";
import { mostScans, withScans } from "./fingerprints.ts";

test("the fingerprint of a file hangs on its content alone", async () => {
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(await fingerprintOf(new Blob(["abc"]))).toBe(abc);
  expect(await fingerprintOf(new File(["abc"], "谈话记录.pdf"))).toBe(abc);
  expect(await fingerprintOf(new Blob(["abd"]))).not.toBe(abc);
});

test("a file chosen twice counts once, and no more are kept than a step takes", () => {
  const first = { name: "谈话记录.pdf", hash: "a" };
  expect(withScans([first], [{ name: "副本.pdf", hash: "a" }])).toHaveLength(1);
  const many = Array.from({ length: 25 }, (_, at) => ({ name: `${at}`, hash: `${at}` }));
  expect(withScans([first], many)).toHaveLength(mostScans);
  expect(withScans([first], many)[0]).toEqual(first);
});
