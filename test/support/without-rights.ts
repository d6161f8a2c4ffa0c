const NOBODY = 65_534;

/** Does something as a user who may not read everything, also where the tests run as root. Not on Windows, which knows no such users. */
export async function withoutRights<T>(work: () => T | Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
