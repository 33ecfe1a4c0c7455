/** Types for the demo; the script itself is plain JavaScript. */

/** What the command printed on both streams, and its exit code; null when it could not be started or was ended. */
export type Ended = { code: number | null; output: string };

export function run(
	command: string,
	args: string[],
	options?: { cwd?: string; env?: NodeJS.ProcessEnv; timeoutMs?: number },
): Promise<Ended>;
