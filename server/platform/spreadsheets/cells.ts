import { isPlainDate, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { plainText } from "./neutral-text.ts";

/** One cell of a sheet as a person would name it, "数据!C17", with what stands in it. */
export type Cell = { readonly address: string; readonly content: CellContent };
export type CellContent =
  | { readonly form: "blank" }
  | { readonly form: "text"; readonly text: string }
  /** The shortest decimal that is this number. */
  | { readonly form: "number"; readonly text: string }
  | { readonly form: "date"; readonly date: PlainDate }
  /** What can't be taken as it stands, with the code that says why and what a reader of the sheet sees there. */
  | { readonly form: "bad"; readonly code: CellProblem; readonly text: string };
type CellProblem =
  | "workbook.cell.formula"
  | "workbook.cell.merged"
  | "workbook.cell.hidden"
  | "workbook.cell.error"
  | "workbook.cell.true_or_false"
  | "workbook.cell.too_precise"
  | "workbook.cell.has_time"
  | "workbook.cell.full_width"
  | "workbook.cell.not_a_number"
  | "workbook.cell.not_a_date"
  | "workbook.cell.date_not_in_calendar"
  | "workbook.cell.control_characters"
  | "workbook.cell.too_long"
  | "workbook.cell.not_a_code"
  | "workbook.cell.not_text"
  | "workbook.cell.not_an_identity_number"
  | "workbook.cell.not_a_telephone_number"
  | "workbook.cell.not_a_choice"
  | "workbook.cell.not_a_time";

/** What was read of a cell: a value (null where it is blank) or why it can't be. */
export type Reading =
  | { readonly value: string | null }
  | { readonly code: CellProblem; readonly values?: Readonly<Record<string, string>> };

/** Control characters and those that change the order of others; a line may end inside a cell. */
const controls = /(?![\n\t])[\p{Cc}\p{Cf}]/u;
const fullWidth = /[０-９．－＋／]/u;
const decimalShape = /^-?\d{1,12}(?:\.\d{1,8})?$/;
/** A code as the product keeps them: letters, digits, hyphens and underlines, at most 40. */
export const codeShape = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;
const telephoneShape = /^1[3-9]\d{9}$/;
const dateShape = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;

/** What a reader of the sheet sees in the cell. */
export function writtenIn({ content }: Cell): string {
  if (content.form === "blank") return "";
  return content.form === "date" ? content.date : content.text;
}

/** Words of at most `most` characters, blanks around them left out. */
export function textOf({ content }: Cell, most: number): Reading {
  if (content.form === "bad") return { code: content.code };
  if (content.form === "blank") return { value: null };
  const text = (content.form === "date" ? content.date : plainText(content.text)).trim();
  if (controls.test(text)) return { code: "workbook.cell.control_characters" };
  if (text.length > most) return { code: "workbook.cell.too_long" };
  return { value: text === "" ? null : text };
}

/** A code: words without full-width digits, which look right and match nothing. */
export function codeOf(cell: Cell, most: number): Reading {
  const read = textOf(cell, most);
  if ("value" in read && read.value !== null && fullWidth.test(read.value)) return { code: "workbook.cell.full_width" };
  return read;
}

/** A decimal number, at most 12 digits before and 8 after the point. */
export function decimalOf(cell: Cell): Reading {
  const read = codeOf(cell, 40);
  if ("code" in read || read.value === null) return read;
  if (cell.content.form === "date" || !decimalShape.test(read.value)) return { code: "workbook.cell.not_a_number" };
  return read;
}

/** A day, from a date of the workbook or typed as 2026-03-05 or 2026/3/5. */
export function dateOf(cell: Cell): Reading {
  if (cell.content.form === "number") return { code: "workbook.cell.not_a_date" };
  const read = codeOf(cell, 40);
  if ("code" in read || read.value === null) return read;
  const parts = dateShape.exec(read.value);
  if (!parts) return { code: "workbook.cell.not_a_date" };
  const day = `${parts[1]}-${parts[3]?.padStart(2, "0")}-${parts[4]?.padStart(2, "0")}`;
  return isPlainDate(day) ? { value: day } : { code: "workbook.cell.date_not_in_calendar" };
}

const minutesOfDay = 24 * 60;

/** A time of day, from a time of the workbook or typed as 14:30. */
export function timeOf(cell: Cell): Reading {
  const { content } = cell;
  if (content.form === "bad" && content.code === "workbook.cell.has_time") {
    const minutes = Math.round(Number(content.text) * minutesOfDay);
    return minutes < minutesOfDay ? { value: clockTime(minutes) } : { code: "workbook.cell.not_a_time" };
  }
  const read = codeOf(folded(cell), 40);
  if ("code" in read || read.value === null) return read;
  const [, hours, minutes] = /^(\d{1,2})[:：](\d{2})(?:[:：]00)?$/.exec(read.value) ?? [];
  const isTime = content.form === "text" && Number(hours) < 24 && Number(minutes) < 60;
  return isTime ? { value: clockTime(Number(hours) * 60 + Number(minutes)) } : { code: "workbook.cell.not_a_time" };
}

function clockTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** The cell with full-width digits, letters, hyphens and slashes as the narrow ones that were meant. */
export function folded(cell: Cell): Cell {
  if (cell.content.form !== "text") return cell;
  const text = cell.content.text.replace(/[０-９Ａ-Ｚａ-ｚ－／＿]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  return { address: cell.address, content: { form: "text", text } };
}

/** What `codeShape` takes, with full-width letters and digits narrowed. */
export function keyOf(cell: Cell): Reading {
  const read = codeOf(folded(cell), 80);
  if ("code" in read || read.value === null) return read;
  return codeShape.test(read.value) ? read : { code: "workbook.cell.not_a_code" };
}

/** One of these words, answered as what it stands for. */
export function choiceOf(cell: Cell, choices: ReadonlyMap<string, string>): Reading {
  const read = textOf(cell, 80);
  if ("code" in read || read.value === null) return read;
  const value = choices.get(read.value);
  if (value !== undefined) return { value };
  return { code: "workbook.cell.not_a_choice", values: { choices: [...choices.keys()].join("、") } };
}

/**
 * A number of an identity card, as text: a table program keeps fifteen digits of a figure and loses the rest. Nothing is
 * folded or mended here, because a wrong number is another person's.
 */
export function identityOf(cell: Cell, isIdentityNumber: (text: string) => boolean): Reading {
  if (cell.content.form === "number" || cell.content.form === "date") return { code: "workbook.cell.not_text" };
  const read = codeOf(cell, 40);
  if ("code" in read || read.value === null) return read;
  const value = read.value.toUpperCase();
  return isIdentityNumber(value) ? { value } : { code: "workbook.cell.not_an_identity_number" };
}

/** A mobile telephone number of eleven digits. */
export function telephoneOf(cell: Cell): Reading {
  const read = codeOf(cell, 40);
  if ("code" in read || read.value === null) return read;
  return telephoneShape.test(read.value) ? read : { code: "workbook.cell.not_a_telephone_number" };
}
