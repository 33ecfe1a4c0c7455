/** Types for the tests; the script itself is plain JavaScript. */
export const OLDEST_NODE: { major: number; minor: number };

export function nodeTooOld(version: string): string | undefined;
