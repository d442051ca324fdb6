import { createClient } from "@connectrpc/connect";
import { transport } from "@/api/transport";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";

/** Lists are read no further than this; beyond it, figures say "and more". */
export const readMax = 100;

const calls = createClient(CallsService, transport);

/** The newest calls, which are those that anything can wait in. */
export async function recentCalls(state = Call_State.STATE_UNSPECIFIED): Promise<Call[]> {
  return (await calls.listCalls({ pageSize: readMax, state })).calls;
}

export type { Call };
