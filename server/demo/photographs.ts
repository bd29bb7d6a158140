import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Drawn scenes that stand in for photographs; file names in photographs/. */
export type Scene = "meeting" | "lecture" | "substation" | "safety-talk" | "planting" | "study";

const scenes: Record<string, readonly Scene[]> = {
  theme_day: ["substation", "safety-talk", "planting", "meeting"],
  committee_meeting: ["meeting"],
  group_meeting: ["study", "safety-talk"],
  general_meeting: ["meeting", "study"],
  party_lecture: ["lecture"],
};

export function scenesOf(templateCode: string): readonly Scene[] {
  return scenes[templateCode] ?? ["meeting"];
}

/**
 * A scene as a branch would have taken it. A file is known by its content and belongs to the branch that brought it, so
 * each branch's picture carries a mark of its own (a segment for applications, which readers skip).
 */
export async function photographOf(scene: Scene, branchNumber: number): Promise<Buffer> {
  const bytes = await readFile(join(import.meta.dirname, "photographs", `${scene}.jpg`));
  const mark = Buffer.from([0xff, 0xe9, 0, 4, branchNumber >> 8, branchNumber & 0xff]);
  return Buffer.concat([bytes.subarray(0, 2), mark, bytes.subarray(2)]);
}
