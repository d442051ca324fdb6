import type { Call } from "@/gen/redpeak/calls/v1/call_pb";

/** What each step of the editor works on. */
export interface StepProps {
  call: Call;
  change: (changes: Partial<Call>) => void;
  /** What the server said of a field, by its path below `call`. */
  problems: Record<string, string | undefined>;
}
