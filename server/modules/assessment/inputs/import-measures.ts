import type { ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { deliver } from "./deliver.ts";
import type { DeliveryFrame } from "./deliveries.ts";
import { entriesOfDeliveries } from "./delivery-input.ts";

/** Figures that a business system delivers by itself. */
export const importMeasures = deliver<DeliveryFrame & ParsedBody<"importMeasures">>(
  "assessment.import_measures",
  async ({ deliveries }) => ({ entries: entriesOfDeliveries(deliveries), problems: [] }),
);
