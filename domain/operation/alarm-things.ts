/** What security administrators are told of (SEC-22). */
export const alarmKinds = ["bulk_export", "account_locked", "beyond_scope"] as const;
export type AlarmKind = (typeof alarmKinds)[number];
