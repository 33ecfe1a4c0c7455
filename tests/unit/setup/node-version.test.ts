import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nodeTooOld, OLDEST_NODE } from "../../../scripts/setup/node-version.mjs";

describe("nodeTooOld", () => {
	it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("accepts %s", (version) => {
		expect(nodeTooOld(version)).toBeUndefined();
	});

	it.each(["18.20.4", "20.18.9", "19.99.0"])("refuses %s and says what is needed", (version) => {
		expect(nodeTooOld(version)).toContain(`this is Node ${version}`);
		expect(nodeTooOld(version)).toContain("20.19 or newer");
	});

	it("asks for what package.json asks for", () => {
		const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
		expect(engines.node).toBe(`>=${OLDEST_NODE.major}.${OLDEST_NODE.minor}.0`);
	});
});
