import { expect, it } from "vitest";
import { checkLicence, folderOf, licencesText } from "../../../scripts/shipped-packages";

it.each([
	["/a/node_modules/idb/build/index.js", "/a/node_modules/idb"],
	["/a/node_modules/@lezer/lr/dist/index.js", "/a/node_modules/@lezer/lr"],
	["/a/node_modules/one/node_modules/two/index.js?commonjs-proxy", "/a/node_modules/one/node_modules/two"],
	["C:\\a\\node_modules\\idb\\index.js", "C:\\a\\node_modules\\idb"],
	["/a/lib/core/result.ts", undefined],
	["\0vite/preload-helper.js", undefined],
])("a module belongs to the package whose folder it is in: %j", (id, folder) => {
	expect(folderOf(id)).toBe(folder);
});

it.each(["MIT", "ISC", "Apache-2.0", "BSD-3-Clause", "0BSD"])("%s may be shipped", (licence) => {
	expect(checkLicence("anything", licence)).toBe(licence);
});

it.each([
	"GPL-3.0",
	"AGPL-3.0-only",
	"MPL-2.0",
	"UNLICENSED",
	"SEE LICENSE IN LICENSE",
	"",
	undefined,
	{ type: "MIT" },
])("%j stops the build", (licence) => {
	expect(() => checkLicence("anything", licence)).toThrow("anything must not be shipped");
});

it("an exception counts for its package and its licence alone", () => {
	expect(checkLicence("webextension-polyfill", "MPL-2.0")).toBe("MPL-2.0");
	expect(() => checkLicence("webextension-polyfill", "GPL-3.0")).toThrow();
});

it("the terms of the MIT licence stand once, for packages that bring them and for those that do not", () => {
	const end = "Under the terms of the MIT licence, at the end of this file.";
	const terms = licencesText([]).split("Terms of the MIT licence\n\n")[1] ?? "";
	const broken = terms.trim().replaceAll(" ", "\n");
	const other = terms.trim().replace("free of charge", "for a fee");
	const text = licencesText([
		{ name: "one", version: "1.0.0", licence: "MIT", text: "Copyright (c) One" },
		{ name: "two", version: "2.0.0", licence: "ISC", text: "ISC, copyright Two" },
		{ name: "three", version: "3.0.0", licence: "MIT", text: `Copyright (c) Three\n\n${broken}\n` },
		{ name: "four", version: "4.0.0", licence: "MIT", text: `Copyright (c) Four\n\n${other}` },
	]);
	expect(text).toContain(`one 1.0.0\nLicence: MIT\n\nCopyright (c) One\n\n${end}\n`);
	expect(text).toContain(`three 3.0.0\nLicence: MIT\n\nCopyright (c) Three\n\n${end}\n`);
	expect(text).toContain(`Copyright (c) Four\n\n${other}`);
	expect(text.split("\n").at(-2)).toBe(terms.trim().split("\n").at(-1));
	expect(text).toContain("two 2.0.0\nLicence: ISC\n\nISC, copyright Two\n");
});
