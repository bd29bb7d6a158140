import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";

export type RecordForm = Answer<"getRecordForm">;
export type RecordBody = Body<"submitRecord">;
export type Presence = RecordBody["attendance"][number]["presence"];
export type Mark = { presence: Presence; reason: string };
export type Photo = { id: string; thumbnail: string };

/** What the user typed so far; `key` stays the same until the record is in, so that a repeat makes no second one. */
export type Draft = Omit<
  RecordBody,
  "attendance" | "guests" | "fileIds" | "startTime" | "endTime" | "resolutions" | "elections" | "lateReason" | "draftId"
> & {
  key: string;
  /** Under which the server keeps it while it is typed, and knows what became of it. */
  draftId: string;
  /** Missing in drafts kept by an earlier version. */
  lateReason?: string;
  startTime: string;
  endTime: string;
  /** By person; nobody is assumed present. */
  marks: Record<string, Mark>;
  guests: string[];
  photos: Photo[];
  /** Each with a key of its own, so that removing one keeps the others in place. */
  resolutions: (RecordBody["resolutions"][number] & { key: string })[];
  /** Missing where nothing was elected. */
  elections?: (NonNullable<RecordBody["elections"]>[number] & { key: string })[];
};

/** A fresh draft from what the system already knows. */
export function draftFrom(form: RecordForm, key: string): Draft {
  return {
    key,
    draftId: key,
    subjectId: form.subjectId,
    templateCodes: [form.template.code],
    title: form.title,
    occurredOn: form.occurredOn,
    startTime: "",
    endTime: "",
    place: form.place,
    chairId: form.chairId,
    recorderId: form.recorderId,
    lecturer: null,
    minutes: "",
    topics: [],
    resolutions: [],
    marks: {},
    guests: [],
    photos: [],
  };
}

/** The request's body; only people of that day's list are marked. */
export function bodyOf(draft: Draft, form: RecordForm): RecordBody {
  const { key: _key, marks, guests, photos, elections, ...rest } = draft;
  return {
    ...rest,
    startTime: draft.startTime || null,
    endTime: draft.endTime || null,
    lecturer: draft.lecturer?.trim() ? draft.lecturer : null,
    lateReason: draft.lateReason?.trim() || null,
    attendance: form.roster.flatMap(({ personId }) => {
      const mark = marks[personId];
      return mark ? [{ personId, presence: mark.presence, reason: mark.reason.trim() || null }] : [];
    }),
    guests: guests.map((name) => ({ name })),
    resolutions: draft.resolutions.map(({ key: _own, ...resolution }) => resolution),
    ...(elections?.length ? { elections: elections.map(({ key: _own, ...election }) => election) } : {}),
    fileIds: photos.map(({ id }) => id),
  };
}

/**
 * Whether to ask why it is entered only now: the chosen day lies in a month whose books are closed, the server asked
 * for it (a day may count elsewhere than where it lies), or something was written already.
 */
export function asksWhyLate(draft: Draft, form: RecordForm, asked: boolean): boolean {
  return asked || form.closedMonths.includes(draft.occurredOn.slice(0, 7)) || Boolean(draft.lateReason);
}
