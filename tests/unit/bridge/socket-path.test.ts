import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { socketPlace } from "../../../bridge/src/host/socket-path";

function folder() {
	const path = mkdtempSync(join(tmpdir(), "s-"));
	onTestFinished(() => rmSync(path, { recursive: true, force: true }));
	return path;
}

describe("socketPlace", () => {
	it("is a file named for the process, free for it to listen at", () => {
		const running = folder();
		writeFileSync(join(running, "7.sock"), "of a dead host with the same number");
		const { path } = socketPlace(running, 7, "linux");
		expect(path).toBe(join(running, "7.sock"));
		expect(() => rmSync(path)).toThrow("ENOENT");
	});

	it("has an address that fits, however long the folder's path", () => {
		for (const platform of ["linux", "darwin"] as const) {
			const place = socketPlace(join(folder(), "ñ".repeat(60)), 7, platform);
			expect(Buffer.byteLength(place.path)).toBeLessThanOrEqual(103);
			place.remove();
		}
	});

	it("is a pipe on Windows, whose name nobody can guess", () => {
		const [one, two] = [socketPlace("C:\\x", 7, "win32").path, socketPlace("C:\\x", 7, "win32").path];
		expect(one).toMatch(/^\\\\\.\\pipe\\chatside-7-[0-9a-f]{32}$/);
		expect(two).not.toBe(one);
	});
});
