import type { Endpoint } from "@dutyloop/contract/endpoint.ts";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import type { NamedWorkbook } from "@dutyloop/contract/lists/names.ts";
import { classOfAction, type DataClass } from "@dutyloop/domain/identity/things.ts";

/** The highest class of data in a list: that of the action its endpoint asks for. What is the caller's own is D1. */
export function dataClassOf(list: NamedWorkbook): DataClass {
  const { access }: Endpoint = endpoints[list];
  return access === "self" ? "D1" : classOfAction[access];
}
