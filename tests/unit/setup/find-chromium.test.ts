import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
	examineChromium,
	findChromium,
	recordChromium,
	rememberedChromium,
} from "../../../scripts/setup/find-chromium.mjs";
import { temporaryFolder } from "./temporary-folder";

/** A program that prints `text` whatever it is asked. */
function program(folder: string, name: string, text: string, exitCode = 0): string {
	const path = join(folder, name);
	writeFileSync(path, `#!/bin/sh\necho '${text}'\nexit ${exitCode}\n`);
	chmodSync(path, 0o755);
	return path;
}

describe.runIf(process.platform !== "win32")("examineChromium", () => {
	it.each([
		["Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)", "156.0.8078.79"],
		["Google Chrome for Testing 140.0.7339.16", "140.0.7339.16"],
		["Chromium 130.0.6723.58 snap", "130.0.6723.58"],
	])("accepts %s", async (text, version) => {
		const path = program(temporaryFolder(), "browser", text);
		expect(await examineChromium(path, process.platform)).toEqual({ ok: true, path, version });
	});

	it.each([
		["Google Chrome 140.0.7339.80", 0, "takes no extension"],
		["Chromium 120.0.6099.109", 0, "121 is the oldest"],
		["something else 1.2.3", 0, "is not a Chromium"],
		["requires the chromium snap to be installed", 1, "does not run"],
	])("refuses %s", async (text, exitCode, reason) => {
		const path = program(temporaryFolder(), "browser", text, exitCode);
		expect(await examineChromium(path, process.platform)).toMatchObject({
			ok: false,
			reason: expect.stringContaining(reason),
		});
	});

	it("refuses a path where nothing is", async () => {
		expect(await examineChromium("/nowhere/chromium", process.platform)).toEqual({
			ok: false,
			reason: "/nowhere/chromium does not exist.",
		});
	});
});

describe.runIf(process.platform === "linux")("findChromium", () => {
	const text = "Chromium 150.0.1.2";

	it("takes the one on PATH", async () => {
		const root = temporaryFolder();
		const path = program(root, "chromium", text);
		expect(await findChromium({ root, env: { PATH: `${root}:${process.env.PATH}` } })).toEqual({
			ok: true,
			path,
			version: "150.0.1.2",
		});
	});

	it("goes on to the next when the first does not run", async () => {
		const root = temporaryFolder();
		program(root, "chromium", "requires the chromium snap", 1);
		const path = program(root, "chromium-browser", text);
		const found = await findChromium({ root, env: { PATH: `${root}:${process.env.PATH}` } });
		expect(found).toMatchObject({ ok: true, path });
	});

	it("tries nothing else when CHROME_PATH is unusable", async () => {
		const root = temporaryFolder();
		program(root, "chromium", text);
		const found = await findChromium({ root, env: { PATH: root, CHROME_PATH: join(root, "absent") } });
		expect(found).toMatchObject({ ok: false, reason: expect.stringMatching(/^CHROME_PATH cannot be used/) });
	});

	it("remembers a find, until its file is gone", () => {
		const root = temporaryFolder();
		mkdirSync(join(root, "node_modules"));
		expect(rememberedChromium(root)).toBeUndefined();
		const path = program(root, "chromium", text);
		recordChromium({ path, version: "150.0.1.2" }, root);
		expect(rememberedChromium(root)).toEqual({ ok: true, path, version: "150.0.1.2" });
		rmSync(path);
		expect(rememberedChromium(root)).toBeUndefined();
	});
});
