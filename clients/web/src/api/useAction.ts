import { create, toBinary, type DescMessage, type DescMethodUnary, type MessageInitShape, type MessageShape } from "@bufbuild/protobuf";
import { useMutation } from "@connectrpc/connect-query";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type Refusal, toRefusal } from "./refusal";

export interface Action<Input extends DescMessage, Output extends DescMessage> {
  /** Does it. Answers undefined where it was refused; `refusal` then says why. */
  run: (request: MessageInitShape<Input>) => Promise<MessageShape<Output> | undefined>;
  pending: boolean;
  refusal: Refusal | undefined;
  /** Forgets the refusal. */
  reset: () => void;
}

/** The same id for the same request until it has succeeded, so that pressing twice does it once. */
function useRequestIds(): { idFor: (key: string) => string; done: () => void } {
  const kept = useRef<{ key: string; id: string } | undefined>(undefined);
  return {
    idFor: (key) => {
      if (kept.current?.key !== key) kept.current = { key, id: crypto.randomUUID() };
      return kept.current.id;
    },
    done: () => (kept.current = undefined),
  };
}

function withRequestId<Input extends DescMessage>(
  schema: Input,
  request: MessageInitShape<Input>,
  idFor: (key: string) => string,
): MessageShape<Input> {
  const message = create(schema, request);
  if (!schema.fields.some((field) => field.localName === "requestId")) return message;
  const open = message as MessageShape<Input> & { requestId: string };
  if (open.requestId === "") open.requestId = idFor(toBinary(schema, message).join());
  return message;
}

/**
 * A change that a page can make. Everything that is shown is read anew afterwards, unless `refresh` is false
 * (an autosave, say).
 */
export function useAction<Input extends DescMessage, Output extends DescMessage>(
  method: DescMethodUnary<Input, Output>,
  { refresh = true }: { refresh?: boolean } = {},
): Action<Input, Output> {
  const client = useQueryClient();
  const { mutateAsync } = useMutation(method);
  const { idFor, done } = useRequestIds();
  const [state, setState] = useState<{ pending: boolean; refusal?: Refusal }>({ pending: false });
  const run = async (request: MessageInitShape<Input>) => {
    setState({ pending: true });
    try {
      const message = withRequestId(method.input, request, idFor);
      const answer = await mutateAsync(message as unknown as MessageInitShape<Input>);
      done();
      if (refresh) await client.invalidateQueries();
      setState({ pending: false });
      return answer;
    } catch (error) {
      setState({ pending: false, refusal: toRefusal(error) });
      return undefined;
    }
  };
  const { pending, refusal } = state;
  return { run, pending, refusal, reset: () => setState({ pending: false }) };
}
