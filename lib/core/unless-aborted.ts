/**
 * Waits for something that cannot be ended, until it is there or the signal is aborted: then null, and what it comes to
 * later is dropped. Rejects as the promise does.
 */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
	return new Promise((resolve, reject) => {
		const stop = () => resolve(null);
		if (signal.aborted) stop();
		signal.addEventListener("abort", stop, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
	});
}
