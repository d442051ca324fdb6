import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import type { Filter } from "@/ui/ListFilters";

const callsMax = 1000;
const freshMs = 5 * 60_000;

/** Chooses one of all calls, newest first. */
export function useCallFilter(): Filter {
  const { t } = useTranslation("audit");
  const { data } = useQuery(CallsService.method.listCalls, { pageSize: callsMax }, { staleTime: freshMs });
  const options = (data?.calls ?? []).map(({ name, title }) => ({ value: name, text: title }));
  return { key: "call", label: t("column.call"), options };
}

/** Chooses a value of an enum, by the names that JSON gives them. */
export function enumOptions(values: readonly { name: string; number: number }[], wordOf: (name: string) => string) {
  return values.filter(({ number }) => number !== 0).map(({ name, number }) => ({ value: String(number), text: wordOf(name) }));
}
