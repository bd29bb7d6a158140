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

/** A scene's picture. Branches upload the same ones; the store keeps each once. */
export function photographOf(scene: Scene): Promise<Buffer> {
  return readFile(join(import.meta.dirname, "photographs", `${scene}.jpg`));
}
