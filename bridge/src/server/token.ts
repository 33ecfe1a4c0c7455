import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** @returns the token of this user's HTTP server; drawn and kept, for this user alone, when there is none yet */
export function tokenAt(path: string): string {
	try {
		const kept = readFileSync(path, "utf8").trim();
		if (kept.length >= 32) {
			chmodSync(path, 0o600);
			return kept;
		}
	} catch {
		// The first time.
	}
	const token = randomBytes(32).toString("base64url");
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	writeFileSync(path, `${token}\n`, { mode: 0o600 });
	return token;
}
