/** A number with its word: `1 file`, `2 files`. */
export function counted(count: number | string, one: string, many = `${one}s`): string {
  return `${count} ${`${count}` === '1' ? one : many}`;
}
