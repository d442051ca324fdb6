/** The words of a line, each once; any of the usual marks parts them. */
export function wordsOf(text: string): string[] {
  const words = text.split(/[;；,，、\n]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ""))];
}
