import { deliver } from "./deliver.ts";
import type { DeliveryFrame } from "./deliveries.ts";
import { readDeliveryWorkbook } from "./workbook-entries.ts";

/** Figures that somebody delivers as a workbook. */
export const importWorkbook = deliver<DeliveryFrame & { readonly bytes: unknown }>(
  "assessment.import_workbook",
  ({ bytes }) => readDeliveryWorkbook(bytes),
);
