/** Why a file or a folder could not be read, behind "It" or its path. */
const WHY: ReadonlyMap<string | undefined, string> = new Map([
  ['ENOENT', 'is not there'],
  ['ENOTDIR', 'is not there'],
  ['EACCES', 'may not be read by this user'],
  ['EPERM', 'may not be read by this user'],
]);

export function whyNotRead(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return WHY.get(code) ?? `cannot be read (${code ?? String(error)})`;
}
