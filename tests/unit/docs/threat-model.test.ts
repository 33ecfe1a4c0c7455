import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const text = readFileSync(resolve(root, "docs/threat-model.md"), "utf8");

type Row = { tries: string; tests: { file: string; title: string }[] };

const rows: Row[] = text
	.split("\n")
	.filter((line) => line.startsWith("| ") && !/^\| (?:tries to|could) \|/.test(line))
	.map((line) => ({
		tries: line.split("|")[1]?.trim() ?? "",
		tests: [...line.matchAll(/`(tests\/[^`]+)`: “([^”]+)”/g)].map(([, file = "", title = ""]) => ({
			file,
			title,
		})),
	}));

it("names for every threat the tests that try it", () => {
	expect(rows.length).toBeGreaterThan(30);
	expect(rows.filter(({ tests }) => tests.length === 0).map(({ tries }) => tries)).toEqual([]);
	// Each file that is named is named with a title.
	expect(text.match(/`tests\/[^`]+\.ts`: /g)).toHaveLength(rows.flatMap(({ tests }) => tests).length);
});

it.each(rows.flatMap(({ tests }) => tests))("$file still has the test “$title”", ({ file, title }) => {
	expect(existsSync(resolve(root, file)), file).toBe(true);
	const source = readFileSync(resolve(root, file), "utf8");
	const found = ['"', "'", "`"].some((quote) => {
		const titled = new RegExp(`\\(\\s*${quote}${escapeRegExp(title)}${quote},`);
		return titled.test(source);
	});
	expect(found, `${file} has no test of that title`).toBe(true);
});

const escapeRegExp = (words: string) => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
