import type { DescMessage, DescMethodUnary, MessageInitShape, MessageShape } from "@bufbuild/protobuf";
import { useInfiniteQuery } from "@connectrpc/connect-query";
import { keepPreviousData } from "@tanstack/react-query";
import { useEffect } from "react";
import { type Refusal, toRefusal } from "@/api/refusal";

/** Beyond this many rows a list is sorted no further than it has been read. */
export const sortedRowsMax = 2000;

/** A list RPC: pages by page_token and next_page_token. */
export interface Source<Input extends DescMessage, Output extends DescMessage, Row> {
  method: DescMethodUnary<Input, Output>;
  request: MessageInitShape<Input>;
  rowsOf: (answer: MessageShape<Output>) => Row[];
}

export interface Rows<Row> {
  rows: Row[];
  first: boolean; // nothing has come yet
  stale: boolean; // these are the rows of before, while new ones are read
  more: boolean;
  loading: boolean;
  refusal: Refusal | undefined;
  loadMore: () => void;
  again: () => void;
}

interface Page {
  nextPageToken: string;
}

/** Reads a list page by page; `all`: goes on until the end. */
export function useRows<Input extends DescMessage, Output extends DescMessage, Row>(
  { method, request, rowsOf }: Source<Input, Output, Row>,
  pageSize: number,
  all: boolean,
): Rows<Row> {
  // What every list has, which its type does not tell here.
  const input = { ...request, pageSize, pageToken: "" } as never;
  const paging = {
    pageParamKey: "pageToken",
    getNextPageParam: (page: unknown) => (page as Page).nextPageToken || undefined,
    placeholderData: keepPreviousData,
  } as never;
  const query = useInfiniteQuery(method, input, paging);
  const pages = (query.data?.pages ?? []) as MessageShape<Output>[];
  const rows = pages.flatMap(rowsOf);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const goOn = all && hasNextPage && !isFetchingNextPage && !query.isError && rows.length < sortedRowsMax;
  useEffect(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  return {
    rows,
    first: query.isPending,
    stale: query.isPlaceholderData,
    more: hasNextPage,
    loading: query.isFetching,
    refusal: query.error ? toRefusal(query.error) : undefined,
    loadMore: () => void fetchNextPage(),
    again: () => void query.refetch(),
  };
}
