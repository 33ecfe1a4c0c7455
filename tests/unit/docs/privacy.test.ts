import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { purposeKinds } from "@/lib/core/http";
import { storedKindNames } from "@/lib/platform/stored-kind";
import config from "../../../wxt.config";

const text = readFileSync(resolve(import.meta.dirname, "../../../docs/privacy.md"), "utf8");

/** The names in the first column of the table below a heading, and whether each row is whole. */
function table(heading: string): { names: string[]; cells: string[][] } {
	const part = text.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
	const cells = [...part.matchAll(/^\| (`.+) \|$/gm)].map(([, row = ""]) => row.split(" | "));
	return { names: cells.map(([name = ""]) => name.replaceAll("`", "")), cells };
}

async function manifest() {
	const { manifest } = config;
	const env = { mode: "production", command: "build", browser: "chrome", manifestVersion: 3 } as const;
	return typeof manifest === "function" ? manifest(env) : manifest;
}

it("every permission of the manifest has its reason, and none is explained that is not asked for", async () => {
	const {
		permissions = [],
		optional_permissions = [],
		host_permissions = [],
		optional_host_permissions = [],
	} = (await manifest()) ?? {};
	const asked = [...permissions, ...optional_permissions, ...host_permissions, ...optional_host_permissions];
	expect(asked.length).toBeGreaterThan(5);
	expect(table("Permissions").names.toSorted()).toEqual(asked.map(String).toSorted());
	const optional = [...optional_permissions, ...optional_host_permissions].map(String);
	for (const [name = "", reason = ""] of table("Permissions").cells)
		expect(/^optional\b/.test(reason), name).toBe(optional.includes(name.replaceAll("`", "")));
});

it("every kind of thing that is stored is told of, with how long it is kept", () => {
	expect(table("What is stored").names).toEqual([...storedKindNames]);
});

it("every purpose of a request is told of, with what is sent", () => {
	expect(table("What leaves the browser").names).toEqual([...purposeKinds]);
});

it("no cell of a table is empty", () => {
	for (const heading of ["Permissions", "What leaves the browser", "What is stored"])
		for (const cells of table(heading).cells)
			expect(
				cells.map((cell) => cell.trim().length > 2),
				cells[0],
			).toEqual([true, true, true]);
});
