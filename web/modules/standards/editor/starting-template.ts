import { type DraftBody, draftTextOf } from "../../../app/drafts/draft-text.ts";

type Version = {
  readonly version: number;
  readonly ownerId: string | null;
  readonly base: number | null;
  readonly body: DraftBody;
};

/** A draft that begins as a version says: whoever made an own template goes on with it, anybody else adapts the version. */
export function templateFrom({ version, ownerId, base, body }: Version, organizationId: string): string {
  const { version: _version, ...rest } = body;
  const adapts = ownerId === organizationId ? base : version;
  return draftTextOf(adapts === null ? rest : { ...rest, adapts });
}

/** A template of its own with what every record has. */
export function blankTemplate(code: string): string {
  return draftTextOf({
    code,
    name: { zh: "", en: "" },
    rules: [],
    strength: "practice",
    cadence: { every: "month", times: 1 },
    owedBy: "branch",
    participants: "members",
    fields: ["title", "occurred_on", "time", "place", "host", "recorder", "attendance", "minutes"],
    topics: [],
    steps: [],
    materials: [],
    guides: [],
    resolutions: false,
    checks: [],
    open: [],
  });
}
