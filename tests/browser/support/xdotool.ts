import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/**
 * Presses keys on an X display, where they go to whatever has the focus, native prompts included.
 *
 * @param display e.g. `:7`
 * @param keys in xdotool's words, pressed one after the other: `Tab`, `Return`, `Escape`, `alt+c`
 */
export async function pressKeys(display: string, ...keys: string[]): Promise<void> {
	await execute("xdotool", ["key", "--delay", "40", ...keys], { env: { ...process.env, DISPLAY: display } });
}
