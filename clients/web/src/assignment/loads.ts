/** How many have 1, 2, 3 … : pairs of a load and how many have it, without gaps between. */
export function histogram(loads: Iterable<number>): [load: number, count: number][] {
  const all = [...loads].filter((load) => load > 0);
  if (all.length === 0) return [];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return Array.from({ length: high - low + 1 }, (_, at) => {
    const load = low + at;
    return [load, all.filter((one) => one === load).length];
  });
}

const binsOfOne = 10;

/** How many of the values, each 0 to 1, are in each tenth; 1 is in the last. */
export function tenths(values: Iterable<number>): number[] {
  const counts = Array.from({ length: binsOfOne }, () => 0);
  for (const value of values) {
    const bin = Math.min(Math.max(Math.floor(value * binsOfOne + 1e-9), 0), binsOfOne - 1);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** How often each key occurs. */
export function countBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** Both counts together. */
export function added(one: Map<string, number>, other: Map<string, number>): Map<string, number> {
  const sum = new Map(one);
  for (const [key, count] of other) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}
