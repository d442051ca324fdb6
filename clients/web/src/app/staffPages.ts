import { idOf } from "@/api/resource";
import { hasPage } from "./nouns";

// Staff have pages of their own for what others look at elsewhere.
const first = (ways: [route: string, address: string][]) => (ways.find(([route]) => hasPage(route)) ?? ways.at(-1))?.[1] ?? "/";

/** Where staff look at a submission. */
export function submissionPage(name: string): string {
  const id = idOf(name);
  return first([
    ["/desk/submissions/$submission", `/desk/submissions/${id}`],
    ["/submissions/$submission", `/submissions/${id}`],
  ]);
}

/** Where staff look at a call. */
export function callPage(name: string): string {
  const id = idOf(name);
  return first([
    ["/desk/calls/$call", `/desk/calls/${id}`],
    ["/calls/$call", `/calls/${id}`],
  ]);
}
