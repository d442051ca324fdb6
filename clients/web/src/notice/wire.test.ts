import { expect, test } from "vitest";
import { findItems, type NoticeItem, total } from "./wire";

const items: NoticeItem[] = [
  { position: 1, number: "CF2022-000001", title: "草原生态", unitName: "甲研究院", leaderName: "张三", amountFen: "5000000" },
  { position: 2, number: "CF2022-000002", title: "AI 诊断", unitName: "乙医院" },
];

test.each([
  ["", 2],
  ["  ", 2],
  ["草原", 1],
  ["ai", 1],
  ["000002", 1],
  ["张三", 1],
  ["医院", 1],
  ["没有", 0],
])("finds by %j", (typed, count) => expect(findItems(items, typed)).toHaveLength(count));

test("adds what is granted, where anything is", () => expect(total(items)).toBe(5_000_000n));
