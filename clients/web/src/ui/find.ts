// What NamePicker finds.
import { createClient } from "@connectrpc/connect";
import { transport } from "@/api/transport";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import type { Named } from "./NamePicker";

const foundMax = 20;
const callsMax = 200;

const identity = createClient(IdentityService, transport);
const calls = createClient(CallsService, transport);

export async function findOrganisations(typed: string): Promise<Named[]> {
  const { organisations } = await identity.listOrganisations({ query: typed.trim(), pageSize: foundMax });
  return organisations.map(({ name, displayName, region }) => ({ name, text: displayName, note: region }));
}

/** Calls cannot be asked for by title; there are few, so all are read and looked through. */
export async function findCalls(typed: string): Promise<Named[]> {
  const all = (await calls.listCalls({ pageSize: callsMax })).calls;
  const wanted = typed.trim().toLocaleLowerCase();
  const found = all.filter(({ title }) => title.toLocaleLowerCase().includes(wanted));
  return found.slice(0, foundMax).map(({ name, title, year }) => ({ name, text: title, note: year ? String(year) : undefined }));
}
