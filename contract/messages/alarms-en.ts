/** Security alarms and exports in bulk. */
export const alarmsEn = {
  "alarm.handled_already": "This alarm has been looked into already. Reload the page to see what was found.",
  "alarm.own": "Your own account set this alarm off. Ask another security administrator to look into it.",
  "export.purpose_missing":
    "More than {most} rows of personal data leave for a stated purpose only. State the purpose and export again, or narrow the list.",
} as const;
