/** Refusals of handbooks and papers for inspections, in English. */
export const booksEn = {
  "book.year_in_future": "These days lie after today ({today}); nothing was recorded yet. Choose earlier ones.",
  "book.days_reversed": "The last day {to} lies before the first one {from}. Correct it.",
  "book.span_too_long": "At most {most} days go into one paper. Choose a shorter span and make several.",
  "book.restricted":
    "This is a restricted unit: its records aren’t made into papers or exported (PRV-22). Read them in the unit itself.",
} as const;
