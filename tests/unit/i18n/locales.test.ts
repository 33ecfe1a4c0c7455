import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import { describe, expect, it } from "vitest";
import { keysUsedInCode, mayMean } from "./message-keys-in-code";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "lib/i18n/locales");
const files = readdirSync(folder).sort();

/** The texts of a message by plural form; one form, "", when it has none. */
type Texts = Record<string, string>;

async function readLocale(file: string): Promise<Map<string, Texts>> {
	const messages = await parseMessagesFile(join(folder, file));
	return new Map(
		messages
			// Chrome's own messages, which the parser adds.
			.filter(({ key }) => !key.join(".").startsWith("@@"))
			.map((message) => [
				message.key.join("."),
				message.type === "plural" ? message.plurals : { "": message.message },
			]),
	);
}

const english = await readLocale("en.yml");
const placeholdersIn = (text: string) => [...new Set(text.match(/\$\d/g))].sort();
const pluralForms = (texts: Texts) => Object.keys(texts).sort();

it("speaks English, Spanish and Brazilian Portuguese", () => {
	expect(files).toEqual(["en.yml", "es.yml", "pt_BR.yml"]);
});

describe.each(files)("%s", (file) => {
	it("has the same messages as English, in the same order", async () => {
		expect([...(await readLocale(file)).keys()]).toEqual([...english.keys()]);
	});

	it("has the same placeholders and plural forms as English", async () => {
		for (const [key, texts] of await readLocale(file)) {
			const model = english.get(key) ?? {};
			expect([key, pluralForms(texts)]).toEqual([key, pluralForms(model)]);
			for (const [form, text] of Object.entries(texts))
				expect([key, form, placeholdersIn(text)]).toEqual([key, form, placeholdersIn(model[form] ?? "")]);
		}
	});

	it("has a text for every message, and a general form for every plural", async () => {
		for (const [key, texts] of await readLocale(file)) {
			for (const text of Object.values(texts))
				expect([key, text.trim() !== "", text]).toEqual([key, true, text.trim()]);
			if (!("" in texts)) expect([key, Object.keys(texts)]).toEqual([key, expect.arrayContaining(["n"])]);
		}
	});

	it("has no placeholder that Chrome cannot fill, and none left out in between", async () => {
		for (const [key, texts] of await readLocale(file)) {
			for (const text of Object.values(texts)) {
				expect([key, text.replace(/\$[1-9]/g, "")]).toEqual([key, expect.not.stringContaining("$")]);
				expect([key, placeholdersIn(text)]).toEqual([
					key,
					placeholdersIn(text).map((_, index) => `$${index + 1}`),
				]);
			}
		}
	});

	it("is written in the language it says", async () => {
		const locale = (await readLocale(file)).get("locale")?.[""] ?? "";
		expect(`${locale.replace("-", "_")}.yml`).toBe(file);
	});
});

describe("message keys", () => {
	it("have only the characters Chrome takes, and differ once their steps are joined", () => {
		for (const key of english.keys()) expect(key).toMatch(/^[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*$/);
		const names = [...english.keys()].map((key) => key.replaceAll(".", "_").toLowerCase());
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	});

	const { used, unclear } = keysUsedInCode(root);
	const manifest = readFileSync(join(root, "wxt.config.ts"), "utf8");
	const usedByManifest = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name);

	it("can be told from the code that uses them", () => {
		expect(unclear).toEqual([]);
		expect(used.length).toBeGreaterThan(50);
	});

	it("that code uses exist", () => {
		const missing = used.filter((one) => ![...english.keys()].some((key) => mayMean(one, key)));
		expect(missing).toEqual([]);
		for (const name of usedByManifest)
			expect([...english.keys()].map((key) => key.replaceAll(".", "_"))).toContain(name);
	});

	it("that exist are used", () => {
		const unused = [...english.keys()].filter(
			(key) => !used.some((one) => mayMean(one, key)) && !usedByManifest.includes(key.replaceAll(".", "_")),
		);
		expect(unused).toEqual([]);
	});
});
