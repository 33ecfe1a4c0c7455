import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { extensionIdOf } from "../../../demo/browser/extension-id";
import { temporaryFolder } from "./temporary-folder";

describe("extensionIdOf", () => {
	it("follows the manifest's key wherever the folder is", () => {
		const ids = [temporaryFolder(), temporaryFolder()].map((folder) => {
			writeFileSync(join(folder, "manifest.json"), JSON.stringify({ key: "AAAA" }));
			return extensionIdOf(folder);
		});
		// SHA-256 of three zero bytes begins 709e80c8…
		expect(ids[0]?.slice(0, 8)).toBe("hajoiami");
		expect(ids[1]).toBe(ids[0]);
	});

	it("follows the folder when there is no key", () => {
		const [one, two] = [temporaryFolder(), temporaryFolder()].map((folder) => {
			writeFileSync(join(folder, "manifest.json"), "{}");
			return extensionIdOf(folder);
		});
		expect(one).toMatch(/^[a-p]{32}$/);
		expect(two).not.toBe(one);
	});
});
