import { spawn } from "node:child_process";

/**
 * @typedef {{ code: number | null, output: string }} Ended what the command printed on both streams, and its
 *   exit code; null when it could not be started or was ended by a signal or by `timeoutMs`
 */

/** A command that takes long says so at least this often, so that nobody takes it for hung. */
const SIGN_OF_LIFE_MS = 8_000;

/**
 * Runs a command without a shell and collects what it prints. Never throws: a command that does not exist ends
 * with `code: null`.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<Ended>}
 */
export function run(command, args, { cwd, env = process.env, timeoutMs } = {}) {
	return new Promise((resolve) => {
		// On Windows npm and npx are .cmd files, which Node starts through a shell only.
		const shell = process.platform === "win32" && /^np[mx]$/.test(command);
		const child = spawn(command, args, {
			cwd,
			env,
			shell,
			timeout: timeoutMs,
			stdio: ["ignore", "pipe", "pipe"],
		});
		let output = "";
		const collect = (/** @type {Buffer} */ chunk) => {
			output += chunk.toString();
		};
		child.stdout.on("data", collect);
		child.stderr.on("data", collect);
		child.on("error", (error) => resolve({ code: null, output: `${output}${error.message}` }));
		child.on("close", (code) => resolve({ code, output }));
	});
}

/**
 * Runs a command that may take minutes: prints a line when it starts, one every few seconds with the time passed, and
 * one at the end. On failure the end of its output is printed.
 *
 * @param {string} title what is being done, e.g. `Installing npm packages`
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, say: (line: string) => void }} options
 * @returns {Promise<Ended>}
 */
export async function runWithProgress(title, command, args, { cwd, env, say }) {
	const started = performance.now();
	const elapsed = () => `${Math.round((performance.now() - started) / 1000)} s`;
	say(`${title} …`);
	const life = setInterval(() => say(`  ${elapsed()} …`), SIGN_OF_LIFE_MS);
	try {
		const ended = await run(command, args, { cwd, env });
		if (ended.code === 0) say(`${title}: done in ${elapsed()}.`);
		else {
			say(`${title}: failed after ${elapsed()}.`);
			for (const line of ended.output.trim().split("\n").slice(-8)) say(`  | ${line.slice(0, 200)}`);
		}
		return ended;
	} finally {
		clearInterval(life);
	}
}
