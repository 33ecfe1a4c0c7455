export type Mutex = <T>(task: () => Promise<T>) => Promise<T>;

/** Runs tasks one after the other, in the order they were asked for; one that fails does not stop the next. */
export function createMutex(): Mutex {
	let last: Promise<unknown> = Promise.resolve();
	return <T>(task: () => Promise<T>): Promise<T> => {
		const run = last.then(task, task);
		last = run.catch(() => undefined);
		return run;
	};
}
