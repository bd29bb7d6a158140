/** Lists: kept views, workbooks. */
export const listsEn = {
  "view.too_many": "A list keeps {most} views at most. Delete one that you don't use first.",
  "view.name_taken": 'There is a view named "{name}" already. Choose another name, or open that view and update it.',
  "view.column_unknown": 'There is no column "{column}". Reload the page and choose the columns again.',
  "export.too_many_rows":
    "There are more than {most} rows. Narrow the list (an organisation below, a month, a filter) and export again.",
  "export.nothing":
    "There is nothing to export. Choose another filter or organisation; restricted units are left out of workbooks.",
  "export.sensitive": "This list holds sensitive personal data (D4). It can't be exported; look at it here.",
} as const;
