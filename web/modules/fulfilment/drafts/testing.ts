import { type Draft, draftFrom, type RecordForm } from "../draft.ts";

export const form = {
  organizationId: "org",
  subjectId: "branch",
  template: { code: "theme_party_day", name: { zh: "主题党日", en: "Theme Party day" } },
  title: "",
  occurredOn: "2026-03-18",
  place: "会议室",
  closedMonths: [],
  chairId: "p1",
  recorderId: null,
  roster: [{ personId: "p1" }, { personId: "p2" }],
} as unknown as RecordForm;

export function draftWith(part: Partial<Draft> = {}): Draft {
  return { ...draftFrom(form, "d-1"), ...part };
}

export function memoryStore(): Storage {
  const store = Object.create({
    getItem: (key: string) => (store as Record<string, string>)[key] ?? null,
    setItem: (key: string, value: string) => {
      (store as Record<string, string>)[key] = value;
    },
    removeItem: (key: string) => {
      delete (store as Record<string, string>)[key];
    },
  }) as Storage;
  return store;
}
