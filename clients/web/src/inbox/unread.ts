/** How many messages wait to be read; undefined where the server keeps none. */
export function useUnreadCount(): number | undefined {
  return undefined;
}
