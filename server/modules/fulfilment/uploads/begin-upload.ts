import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { markingOfName } from "@dutyloop/domain/fulfilment/marking-rules.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type Found, judgedBefore, quarantineRefusal, registerQuarantined } from "./quarantine-rows.ts";
import { hasExpired, presentUpload, type Upload, uploadOfContent } from "./upload-rows.ts";

type Input = ParsedBody<"beginUpload"> & { readonly organizationId: string };
type State = {
  readonly path: string;
  readonly known: Upload | null;
  readonly unfinished: number;
  readonly judged: Found | "misjudged" | null;
};
type Decision = {
  readonly upload: Pick<Upload, "id" | "size" | "received" | "file">;
  readonly fresh: boolean;
  readonly marked: Found | null;
};

const mostMegabytes = 50;
const mostUnfinished = 40;

/**
 * Announces a file that will come in pieces. Who announces the same content again goes on where he stopped. A name that
 * bears a marking is enough: not one byte of such a file is taken.
 */
export const beginUpload: UseCase<Input, State, Decision, Answer<"beginUpload">> = {
  name: "fulfilment.begin_upload",
  access: "file.upload",
  async load(transaction, { organizationId, sha256 }, { actor }) {
    const { tenantId, accountId } = actor;
    const place = await transaction
      .selectFrom("organization")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", organizationId)
      .select("path")
      .executeTakeFirst();
    if (!place) throw notFound();
    const known = await uploadOfContent(transaction, actor, organizationId, sha256);
    const { unfinished } = await transaction
      .selectFrom("upload")
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .where("file_id", "is", null)
      .select(({ fn }) => fn.countAll<number>().as("unfinished"))
      .executeTakeFirstOrThrow();
    return { ...place, known, unfinished, judged: await judgedBefore(transaction, tenantId, sha256) };
  },
  place: ({ path }) => path,
  decide({ known, unfinished, judged }, { name, size }, { now }) {
    if (size === 0) return refuse("file.empty", {}, "size");
    if (size > mostMegabytes * 1024 * 1024) return refuse("upload.too_large", { megabytes: mostMegabytes }, "size");
    const going = known !== null && known.size === size && !hasExpired(known, now);
    const marking = markingOfName(name);
    const marked = judged === "misjudged" ? null : (judged ?? (marking && { marking, foundIn: "name" as const }));
    if (going && marked === null) return { upload: presentUpload(known), fresh: false, marked };
    if (marked === null && unfinished >= mostUnfinished) return refuse("upload.too_many", { most: mostUnfinished });
    return { upload: { id: uuidv7(), size, received: 0, file: null }, fresh: true, marked };
  },
  async save(saving, { upload, fresh, marked }, context, input, { known }) {
    const { actor, now } = context;
    if (marked) return registerQuarantined(saving.transaction, context, { ...input, id: upload.id }, marked, false);
    if (!fresh) return;
    if (known) {
      await saving.transaction
        .deleteFrom("upload")
        .where("tenant_id", "=", actor.tenantId)
        .where("id", "=", known.id)
        .execute();
    }
    saving.insert("upload", {
      ...{ tenant_id: actor.tenantId, id: upload.id, organization_id: input.organizationId },
      ...{ account_id: actor.accountId, name: input.name, size: input.size, sha256: input.sha256 },
      ...{ received: 0, begun_at: now },
    });
  },
  audit: ({ upload: { id }, marked }, { organizationId, size }) =>
    marked
      ? { object: `quarantined file ${id}`, after: { organizationId, quarantined: marked.marking } }
      : { object: `upload ${id}`, after: { organizationId, size } },
  answer: ({ upload }) => upload,
  refusedAfter: ({ marked }) => marked && quarantineRefusal(marked),
};
