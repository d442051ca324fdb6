import { useQuery } from "@connectrpc/connect-query";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import type { Programme } from "@/gen/redpeak/calls/v1/call_pb";

const programmesMax = 1000;
const none: Programme[] = [];

/** All programmes, and what one is called. */
export function useProgrammes(): { programmes: Programme[]; nameOf: (name: string) => string } {
  const { data } = useQuery(CallsService.method.listProgrammes, { pageSize: programmesMax });
  const programmes = data?.programmes ?? none;
  return { programmes, nameOf: (name) => programmes.find((one) => one.name === name)?.displayName ?? "" };
}
