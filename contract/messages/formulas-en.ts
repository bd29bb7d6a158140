import type { formulasZh } from "./formulas-zh.ts";

export const formulasEn: Record<keyof typeof formulasZh, string> = {
  "formula.unknown_name":
    "Formula, at character {at}: there is no number called “{name}”. Use one of the names listed below it.",
  "formula.unknown_function":
    "Formula, at character {at}: there is no function “{name}”. There are min, max, clamp and round.",
  "formula.takes_exactly": "Formula, at character {at}: “{name}” takes {least} numbers, not {given}.",
  "formula.takes_between": "Formula, at character {at}: “{name}” takes {least} to {most} numbers, not {given}.",
  "formula.places": "Formula, at character {at}: write the places of “round” out as a whole number from 0 to {most}.",
  "formula.yes_or_no":
    "Formula, at character {at}: it gives yes or no instead of a number. Make it one with “condition ? number : number”.",
  "formula.not_allowed":
    "Formula, at character {at}: write only numbers, names, arithmetic, comparisons and conditions.",
  "formula.text":
    "Formula, at character {at}: {text} is text, and a formula computes with numbers. Use a number or a name.",
  "formula.no_number": "Formula, at character {at}: {text} is no number of a formula. Write it like 12 or 0.5.",
  "formula.ends_early":
    "Formula, at character {at}: it ends too early. Complete it, and check that brackets are closed.",
  "formula.unexpected":
    "Formula, at character {at}: “{text}” doesn't belong here. Check whether an operator or a comma is missing.",
  "formula.too_long": "The formula is too long or too deep: at most {most}. Split it into several indicators.",
  "formula.name_taken": "The name “{name}” can't be used: it is taken, or a word of the language. Choose another name.",
  "formula.needs_number":
    "Formula, at character {at}: “{operator}” takes numbers, and there is a condition. Make it one with “condition ? number : number”.",
  "formula.needs_condition":
    "Formula, at character {at}: “{operator}” takes a condition, and there is a number. Write a comparison, such as value > 1.",
  "formula.unreadable": "Formula, from character {at} on: it can't be read ({words}). Write it in another way.",
};
