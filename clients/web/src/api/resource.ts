// Names of resources, e.g. submissions/{submission}/reviews/{review}. The page of a resource is at "/" and its name.

/** The last id in a name. */
export function idOf(name: string): string {
  return name.split("/").pop() ?? "";
}
/** The name of what the resource belongs to; "" for one that stands alone. */
export function parentOf(name: string): string {
  return name.split("/").slice(0, -2).join("/");
}
export function addressOf(name: string): string {
  return `/${name}`;
}
