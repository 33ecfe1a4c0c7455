import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const sources = ["lib", "components", "entrypoints"].flatMap((folder) =>
	readdirSync(resolve(root, folder), { recursive: true, encoding: "utf8" })
		.filter((path) => /\.(?:tsx?|html)$/.test(path))
		.map((path) => ({ path: join(folder, path), text: readFileSync(resolve(root, folder, path), "utf8") })),
);
const whereFound = (pattern: RegExp): string[] =>
	sources.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`));

it("every link to the web keeps to itself who opened it", () => {
	const outward = whereFound(/<a\s[^<]*?\btarget="_blank"[^<]*?>/g);
	expect(outward.length).toBeGreaterThan(5);
	expect(outward.filter((link) => !link.includes('rel="noopener noreferrer"'))).toEqual([]);
	expect(whereFound(/\s(?:form)?target=(?!"_blank"|\{target\})\S*/g)).toEqual([]);
});

it("nothing writes HTML or opens a window", () => {
	expect(
		whereFound(
			/\b(?:dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString|srcdoc|window\.open)\b|document\.write/g,
		),
	).toEqual([]);
});

it("nothing makes code of text", () => {
	expect(whereFound(/(?<![\w.])eval\(|\bnew Function\(|\bset(?:Timeout|Interval)\(\s*["'`]/g)).toEqual([]);
});

it("nothing is stored where the browser would take it to other machines", () => {
	expect(whereFound(/storage\.sync\b|storage\["sync"\]|document\.cookie/g)).toEqual([]);
});
