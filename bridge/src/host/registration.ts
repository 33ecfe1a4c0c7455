import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Registration } from "../local";

/**
 * Makes the folder that programs look into, for this user alone.
 *
 * @returns what writes this host's registration, and what removes it; neither waits, so that both work while the process ends
 */
export function registrationIn(folder: string, pid: number) {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const path = join(folder, `${pid}.json`);
	return {
		write(registration: Registration) {
			// Whole or not at all: programs read it at any moment.
			const draft = join(folder, `${pid}.draft`);
			writeFileSync(draft, JSON.stringify(registration), { mode: 0o600 });
			renameSync(draft, path);
		},
		remove() {
			rmSync(path, { force: true });
			rmSync(join(folder, `${pid}.draft`), { force: true });
		},
	};
}
