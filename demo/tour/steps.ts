/** Runs the steps of a tour one by one, prints each with its time, and goes on when one fails. */
export function createSteps(say: (line: string) => void, now: () => number) {
	let passed = 0;
	let failed = 0;
	return {
		async step(name: string, run: () => Promise<void>): Promise<void> {
			const start = now();
			try {
				await run();
				passed++;
				say(`✓ ${name} (${Math.round(now() - start)} ms)`);
			} catch (error) {
				failed++;
				say(`✗ ${name} (${Math.round(now() - start)} ms)`);
				say(
					`  ${error instanceof Error ? error.message.split("\n").slice(0, 12).join("\n  ") : String(error)}`,
				);
			}
		},
		/** Prints the sum; true when nothing failed. */
		finish(): boolean {
			say(`\n${passed} passed, ${failed} failed`);
			return failed === 0;
		},
	};
}

export type Steps = ReturnType<typeof createSteps>;
