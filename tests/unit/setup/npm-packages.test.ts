import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
	ensureNpmPackages,
	installedMatchesLock,
	npmPackagesAreCurrent,
} from "../../../scripts/setup/npm-packages.mjs";
import { temporaryFolder } from "./temporary-folder";

type Packages = Record<string, { version?: string; integrity?: string; optional?: boolean }>;

const clsx: Packages = { "node_modules/clsx": { version: "2.1.1", integrity: "sha512-a" } };
const forAnotherPlatform: Packages = { "node_modules/fsevents": { version: "2.3.3", optional: true } };

function project(wanted: Packages, installed?: Packages): string {
	const root = temporaryFolder();
	writeFileSync(join(root, "package.json"), "{}");
	writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...wanted } }));
	if (installed) {
		mkdirSync(join(root, "node_modules"));
		writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages: installed }));
	}
	return root;
}

describe("installedMatchesLock", () => {
	it("is true when every package is there in the locked version", () => {
		expect(installedMatchesLock(project(clsx, clsx))).toBe(true);
	});

	it("does not miss an optional package of another platform", () => {
		expect(installedMatchesLock(project({ ...clsx, ...forAnotherPlatform }, clsx))).toBe(true);
	});

	it.each<[string, Packages | undefined]>([
		["nothing is installed", undefined],
		["a package is missing", {}],
		["a version differs", { "node_modules/clsx": { version: "2.1.0", integrity: "sha512-a" } }],
		["a content differs", { "node_modules/clsx": { version: "2.1.1", integrity: "sha512-b" } }],
		["a package is left over", { ...clsx, "node_modules/left": { version: "1.0.0" } }],
	])("is false when %s", (_case, installed) => {
		expect(installedMatchesLock(project(clsx, installed))).toBe(false);
	});
});

describe("ensureNpmPackages", () => {
	const silent = { say: () => {} };

	it("adopts packages that were installed by hand instead of deleting them", async () => {
		const root = project(clsx, clsx);
		expect(npmPackagesAreCurrent(root, "v20.19.0")).toBe(false);
		expect(await ensureNpmPackages(root, { ...silent, nodeVersion: "v20.19.0" })).toBeUndefined();
		expect(npmPackagesAreCurrent(root, "v20.19.0")).toBe(true);
	});

	it.each(["package.json", "package-lock.json"])("looks again when %s changed", async (name) => {
		const root = project(clsx, clsx);
		await ensureNpmPackages(root, { ...silent, nodeVersion: "v20.19.0" });
		writeFileSync(join(root, name), "{ }");
		expect(npmPackagesAreCurrent(root, "v20.19.0")).toBe(false);
	});

	it("looks again when Node changed", async () => {
		const root = project(clsx, clsx);
		await ensureNpmPackages(root, { ...silent, nodeVersion: "v20.19.0" });
		expect(npmPackagesAreCurrent(root, "v22.0.0")).toBe(false);
	});

	it("says what to do and stamps nothing when npm fails", async () => {
		const root = project(clsx);
		writeFileSync(join(root, "package-lock.json"), "not a lock file");
		const lines: string[] = [];
		const failure = await ensureNpmPackages(root, { say: (line) => lines.push(line) });
		expect(failure).toContain("npm ci");
		expect(lines.some((line) => line.includes("failed after"))).toBe(true);
		expect(npmPackagesAreCurrent(root, process.version)).toBe(false);
	});
});
