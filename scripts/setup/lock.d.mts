/** Types for the tests; the script itself is plain JavaScript. */
export function lockPath(root: string): string;

export function withLock<T>(
	path: string,
	task: () => Promise<T>,
	options?: { onWait?: (owner: number | undefined) => void; pollMs?: number },
): Promise<T>;
