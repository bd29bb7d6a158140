/** What security administrators are told of (SEC-22). */
export const alarmKinds = ["bulk_export", "account_locked"] as const;
export type AlarmKind = (typeof alarmKinds)[number];
