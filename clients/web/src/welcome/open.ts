/** A call as JSON has it. */
export interface OpenCall {
  name: string;
  title: string;
  closesAt: string;
}
export interface OpenCalls {
  calls?: OpenCall[];
}

export function firstToClose(calls: readonly OpenCall[]): OpenCall[] {
  return [...calls].sort((one, other) => Date.parse(one.closesAt) - Date.parse(other.closesAt));
}
