/** Time that moves only when a test says so. */
export function createFakeTime() {
	let time = 1_000_000;
	let waiting: { at: number; callback: () => void }[] = [];
	return {
		now: () => time,
		schedule(callback: () => void, delayMs: number) {
			const entry = { at: time + delayMs, callback };
			waiting.push(entry);
			return () => {
				waiting = waiting.filter((one) => one !== entry);
			};
		},
		/** Moves on, calling what becomes due, in order. */
		pass(ms: number) {
			const end = time + ms;
			for (;;) {
				const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
				if (!next) break;
				waiting = waiting.filter((one) => one !== next);
				time = next.at;
				next.callback();
			}
			time = end;
		},
		waiting: () => waiting.length,
	};
}
