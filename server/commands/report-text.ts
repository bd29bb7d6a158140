import type { DocumentBlock, OfficialDocument } from "../platform/documents/write-document.ts";

/** A document as lines for a terminal: of each table row the figures, then the sentence below it. */
export function documentText({ title, blocks }: OfficialDocument): string {
  return [title, ...blocks.flatMap(linesOf)].join("\n");
}

function linesOf(block: DocumentBlock): string[] {
  if (block.kind === "heading") return ["", block.text];
  if (block.kind !== "table") return [block.text];
  return block.rows.flatMap(({ cells, depth = 0 }) => {
    const indent = "  ".repeat(depth);
    const [name = "", ...rest] = cells;
    const sentence = rest.pop() ?? "";
    return [`${indent}${name}  ${rest.join(" / ")}`, `${indent}  ${sentence}`];
  });
}
