/** Runs a task while nothing else of this extension holds the lock of that name. The browser frees it when a worker ends. */
export async function withLock(name: string, task: () => Promise<void>): Promise<void> {
	await navigator.locks.request(name, task);
}
