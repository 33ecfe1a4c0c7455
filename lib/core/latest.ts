export type Latest = {
	/** Begins something in a place; what still runs there is aborted. */
	run<T>(place: string, start: (signal: AbortSignal) => Promise<T>): Promise<T>;
};

/** Runs of which, in each place, only the latest goes on. */
export function createLatest(): Latest {
	const running = new Map<string, AbortController>();
	return {
		async run(place, start) {
			running.get(place)?.abort();
			const controller = new AbortController();
			running.set(place, controller);
			try {
				return await start(controller.signal);
			} finally {
				if (running.get(place) === controller) running.delete(place);
			}
		},
	};
}
