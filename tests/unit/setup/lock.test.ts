import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockPath, withLock } from "../../../scripts/setup/lock.mjs";
import { temporaryFolder } from "./temporary-folder";

const soon = { pollMs: 5 };

describe("withLock", () => {
	it("runs tasks one after the other", async () => {
		const path = join(temporaryFolder(), "lock");
		const log: string[] = [];
		const task = (name: string) => async () => {
			log.push(`${name} starts`);
			await new Promise((resolve) => setImmediate(resolve));
			log.push(`${name} ends`);
		};
		await Promise.all([withLock(path, task("first"), soon), withLock(path, task("second"), soon)]);
		expect(log).toEqual(["first starts", "first ends", "second starts", "second ends"]);
	});

	it("tells once whom it waits for", async () => {
		const path = join(temporaryFolder(), "lock");
		const waitedFor: (number | undefined)[] = [];
		let release = () => {};
		const held = withLock(path, () => new Promise<void>((resolve) => (release = resolve)), soon);
		const waiting = withLock(path, async () => "done", {
			...soon,
			onWait: (owner) => {
				waitedFor.push(owner);
				release();
			},
		});
		expect(await waiting).toBe("done");
		await held;
		expect(waitedFor).toEqual([process.pid]);
	});

	it("gives the lock back when the task throws", async () => {
		const path = join(temporaryFolder(), "lock");
		const failing = withLock(path, async () => {
			throw new Error("no network");
		});
		await expect(failing).rejects.toThrow("no network");
		expect(existsSync(path)).toBe(false);
	});

	it("takes over the lock of a process that is gone", async () => {
		const path = join(temporaryFolder(), "lock");
		const { pid } = spawnSync(process.execPath, ["--version"]);
		mkdirSync(path);
		writeFileSync(join(path, "owner"), String(pid));
		expect(await withLock(path, async () => "mine", soon)).toBe("mine");
	});

	it("takes over an old lock that names nobody", async () => {
		const path = join(temporaryFolder(), "lock");
		mkdirSync(path);
		utimesSync(path, 0, 0);
		expect(await withLock(path, async () => "mine", soon)).toBe("mine");
	});
});

describe("lockPath", () => {
	it("differs between checkouts and lies outside both", () => {
		expect(lockPath("/one")).not.toBe(lockPath("/two"));
		expect(lockPath("/one").startsWith("/one")).toBe(false);
	});
});
