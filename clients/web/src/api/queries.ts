import { QueryClient } from "@tanstack/react-query";
import { isPassing, toRefusal } from "./refusal";

const staleMs = 30_000;
const keptMs = 10 * 60_000;
const retriesMax = 2;

/** What is read stays fresh for half a minute; what the server could not answer just now is asked for again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: staleMs,
      gcTime: keptMs,
      retry: (count, error) => count < retriesMax && isPassing(toRefusal(error)),
    },
    mutations: { retry: false }, // the transport repeats changes, with the same request_id
  },
});
