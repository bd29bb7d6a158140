import type { OfficialNotice } from "./official-notice.ts";
import { issuerAbove, lineHeight, margin, official, page, tableLineHeight, textWidth } from "./official-page.ts";
import type { DocumentBlock } from "./write-document.ts";

/** Where a text ends: on which page, and how far down on it, in twentieths of a point. */
type End = { readonly page: number; readonly down: number };

const height = page.height - margin.top - margin.bottom;
/** 28 characters fill a line; how punctuation is set and which font is there moves that by one at most. */
const perLine = { tight: 29, loose: 27 } as const;
/** Other programs set rules and tables a little higher or lower. */
const slack = 2 * lineHeight;

/**
 * Whether the 版记 of a notice may stand on the page on which its text ends: the page is an even one (GB/T 9704), with room
 * for it, however tightly the lines are set. Else it needs the next even page for itself.
 */
export function imprintFollowsText(notice: OfficialNotice): boolean {
  const tight = endOf(notice, perLine.tight);
  const loose = endOf(notice, perLine.loose);
  const imprint = 2 * lineHeight;
  return (
    tight.page % 2 === 0 && tight.page === loose.page && tight.down >= slack && loose.down + imprint + slack <= height
  );
}

/** Where the text of a notice ends, with so many characters a line. */
export function endOf(notice: OfficialNotice, characters: number): End {
  const head = issuerAbove + 2 * lineHeight + (notice.number === "" ? 0 : 2 * lineHeight) + 20 * official.ruleBelow;
  const title = 3 * lineHeight + linesOf(notice.title, (characters * 16) / 22) * 720;
  const recipient = notice.recipient === "" ? 0 : linesOf(notice.recipient, characters) * lineHeight;
  const start = { page: 1, down: head + title + recipient };
  const end = notice.blocks.reduce((at, block) => after(at, block, characters), start);
  const small = linesOf(notice.proof, (characters * 16) / 9) * official.proofLine;
  return notice.proof === "" ? end : flow(end, lineHeight + small, official.proofLine);
}

function after(at: End, block: DocumentBlock, characters: number): End {
  if (block.kind !== "table") return flow(at, linesOf(`　　${block.text}`, characters) * lineHeight, lineHeight);
  const { columns, rows } = block;
  const rowOf = (cells: readonly string[]) => {
    const lines = cells.map((text, index) => {
      // 4 points less than the body's characters, between margins of 3 points.
      const room = (textWidth * (columns[index]?.share ?? 100)) / 100 - 120;
      return linesOf(text, Math.max(1, Math.floor((room / 240) * (characters / 28))));
    });
    return Math.max(...lines) * tableLineHeight + 50;
  };
  const head = rowOf(columns.map(({ heading }) => heading));
  return rows.reduce(
    (down, { cells }) => {
      const row = rowOf(cells);
      // The head stands again on the next page.
      return down.down + row > height ? { page: down.page + 1, down: head + row } : { ...down, down: down.down + row };
    },
    flow(at, head, head),
  );
}

/** So much further, in pieces that no page cuts. */
function flow(at: End, length: number, piece: number): End {
  let { page: number, down } = at;
  for (let rest = length; rest > 0; rest -= piece) {
    const next = Math.min(piece, rest);
    if (down + next > height) {
      number += 1;
      down = 0;
    }
    down += next;
  }
  return { page: number, down };
}

/** Lines that a text takes; a letter or figure is half as wide as a character. */
function linesOf(text: string, characters: number): number {
  const width = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0);
  return Math.max(1, Math.ceil(width / characters));
}
