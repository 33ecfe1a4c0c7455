import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import JSZip from "jszip";
import { demoModelKey } from "../../demo/servers";
import { contentSecurityPolicy } from "../../scripts/content-security-policy";
import { extensionDir } from "./support/stage";

// What is uploaded to a store. `npm run zip` makes it, of the same build the other tests run.

const root = resolve(import.meta.dirname, "../..");
const { dependencies, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const zipPath = join(root, `.output/chatside-${version}-chrome.zip`);

const built = new Map(
	readdirSync(extensionDir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => [path.slice(extensionDir.length + 1).replaceAll("\\", "/"), readFileSync(path)]),
);
const textOf = (name: string): string => built.get(name)?.toString("utf8") ?? "";
const manifest = JSON.parse(textOf("manifest.json"));
const scripts = [...built.keys()].filter((name) => name.endsWith(".js"));
const pages = [...built.keys()].filter((name) => name.endsWith(".html"));

test("the package for the store holds what was built, and nothing else", async () => {
	expect(existsSync(zipPath), "`npm run zip` makes the package").toBe(true);
	const zip = await JSZip.loadAsync(readFileSync(zipPath));
	const packed = Object.values(zip.files).filter(({ dir }) => !dir);
	expect(packed.map(({ name }) => name).toSorted()).toEqual([...built.keys()].toSorted());
	for (const file of packed)
		expect(built.get(file.name)?.equals(await file.async("nodebuffer")), file.name).toBe(true);
});

test("the package holds no source map, no test, nothing of the demo and no place of the machine that built it", () => {
	for (const name of built.keys())
		expect(name).toMatch(
			/^(?:_locales\/\w+\/messages\.json|(?:assets|chunks|content-scripts)\/[\w.-]+\.(?:js|css)|icon\/\d+\.png|background\.js|contract\.md|part-[a-z-]+\.js|licences\.txt|(?:manifest|managed-schema)\.json|(?:offscreen|options|sidepanel)\.html)$/,
		);
	for (const [name, bytes] of built) {
		const text = bytes.toString("latin1");
		for (const word of ["sourceMappingURL", demoModelKey, root, "node_modules/", "vitest", "playwright"])
			if (name !== "licences.txt") expect(text.includes(word), `${word} in ${name}`).toBe(false);
	}
});

test("nothing in the package makes code of text, or loads any from elsewhere", () => {
	expect(scripts.length).toBeGreaterThan(50);
	for (const name of scripts) {
		const text = textOf(name);
		for (const way of [
			/(?<![\w.$])eval\s*\(/,
			/\bnew\s+Function\b/,
			/(?<![\w.$])Function\s*\(/,
			/=\s*Function\b(?!\.)/,
			/\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
			/\b(?:import|from)\s*\(?\s*["'`](?:https?:)?\/\//,
			/\bWebAssembly\b/,
			/\bdocument\.write\b/,
		])
			expect(text.match(way)?.[0], `${way} in ${name}`).toBeUndefined();
		// The worker loads its own parts (scripts/worker-parts.ts), by a path that begins in the package.
		const imports = text.match(/.importScripts\(.{3}/g) ?? [];
		expect(imports, name).toEqual(name === "background.js" ? [".importScripts(`/$"] : []);
	}
	for (const name of pages) {
		const text = textOf(name);
		expect(text).not.toMatch(/<script(?![^>]*\ssrc="\/)/i);
		expect(text).not.toMatch(/(?:src|href)="(?!\/(?!\/))/i);
		expect(text).not.toMatch(/\son\w+=/i);
	}
});

test("the manifest has the strict policy, gives no file to pages, and lets nobody connect", () => {
	expect(manifest.content_security_policy).toEqual({ extension_pages: contentSecurityPolicy });
	expect(contentSecurityPolicy.split("; ")).toEqual(
		expect.arrayContaining([
			"default-src 'none'",
			"script-src 'self'",
			"object-src 'none'",
			"base-uri 'none'",
			"form-action 'none'",
			"frame-src 'none'",
			"frame-ancestors 'none'",
		]),
	);
	expect(contentSecurityPolicy).not.toMatch(
		/unsafe-eval|script-src[^;]*unsafe-inline|(?<!; img-src 'self' )data:|\*/,
	);
	for (const open of [
		"web_accessible_resources",
		"externally_connectable",
		"sandbox",
		"oauth2",
		"update_url",
		"key",
	])
		expect(manifest).not.toHaveProperty(open);
	for (const name of scripts)
		expect(textOf(name).match(/\w*External\.addListener|onUserScript\w*/)?.[0], name).toBeUndefined();
});

test("a content script runs on WhatsApp Web's pages alone, and in none that is framed", () => {
	expect(manifest.host_permissions).toEqual(["https://web.whatsapp.com/*"]);
	for (const script of manifest.content_scripts) {
		expect(script.matches).toEqual(["https://web.whatsapp.com/*"]);
		expect(script).not.toHaveProperty("all_frames");
		expect(script).not.toHaveProperty("match_about_blank");
		expect(script).not.toHaveProperty("match_origin_as_fallback");
	}
});

test("the licences of what is shipped are in the package, and each may be shipped", () => {
	const licences = textOf("licences.txt");
	const [, ...parts] = licences.split(`\n\n${"-".repeat(80)}\n\n`);
	const terms = parts.pop();
	expect(terms).toMatch(/^Terms of the MIT licence\n\nPermission is hereby granted/);
	const names = parts.map((part) => part.slice(0, part.lastIndexOf(" ", part.indexOf("\n"))));
	// Every one of them is imported somewhere, or it would not be among the dependencies.
	expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
	expect(names).toEqual(
		expect.arrayContaining(["scheduler", "style-mod", "tailwindcss", "vite", "rolldown"]),
	);
	for (const part of parts) {
		const [heading = "", licence = ""] = part.split("\n");
		expect(licence, heading).toMatch(/^Licence: (?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|MPL-2\.0)$/);
		if (licence.includes("MPL")) expect(heading).toMatch(/^webextension-polyfill /);
		expect(part, heading).toMatch(/copyright|mozilla public license/i);
		if (!/Under the terms of the MIT licence, at the end/.test(part))
			expect(part.length, heading).toBeGreaterThan(500);
	}
});

test("the package passes the check of addons-linter without an error", async () => {
	const linter = join(root, "node_modules/addons-linter/bin/addons-linter");
	// Its exit code says no more than the report does.
	const { stdout } = await promisify(execFile)(process.execPath, [linter, zipPath, "--output", "json"], {
		maxBuffer: 1e8,
	}).catch((error: { stdout: string }) => error);
	const report = JSON.parse(stdout);
	expect(report.errors).toEqual([]);
	expect(report.summary.errors).toBe(0);
});
