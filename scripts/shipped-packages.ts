import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Whose code is in the package must be under one of these. */
const allowed: readonly string[] = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD"];

/** Packages under another licence that may be shipped all the same, with what it asks for. */
const exceptions: Readonly<Record<string, { licence: string; note: string; text: string }>> = {
	"webextension-polyfill": {
		licence: "MPL-2.0",
		text: "This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0, which stand at https://mozilla.org/MPL/2.0/.",
		note: "Its source is at https://github.com/mozilla/webextension-polyfill. It is shipped as it is published, wrapped as an ES module.",
	},
};

/** What a build puts in without a module of theirs: helpers of the bundlers, and the stylesheet's beginning. */
const withoutModules: readonly { package: string; of: RegExp }[] = [
	{ package: "vite", of: /^\0vite\// },
	{ package: "rolldown", of: /^\0rolldown\// },
	{ package: "tailwindcss", of: /\.css$/ },
];

/** A bundler's own program has others in it; of what it puts into a build, none. */
const ofBundled = /^# Licenses of bundled dependencies$[\s\S]*/m;

export type ShippedPackage = {
	name: string;
	version: string;
	licence: string;
	/** The text of its licence; where the package has none, who holds the copyright. */
	text: string;
	note?: string;
};

/** Notes, while it is built, which packages' code gets into the extension. `plugin` belongs into every build, workers' too. */
export function createPackageList(root: string) {
	const folders = new Set<string>();
	const plugin = (): Plugin => ({
		name: "shipped-packages",
		apply: "build",
		generateBundle(_options, bundle) {
			for (const file of Object.values(bundle))
				if (file.type === "chunk") for (const id of file.moduleIds) noteModule(id);
		},
	});

	function noteModule(id: string): void {
		const folder = folderOf(id);
		if (folder) folders.add(folder);
		for (const { package: name, of } of withoutModules)
			if (of.test(id)) folders.add(join(root, "node_modules", name));
	}

	return {
		plugin,
		/** Writes `licences.txt` into the built extension; throws where a licence is not allowed. */
		write(outDir: string): void {
			const packages = [...folders]
				.map(readPackage)
				.sort((one, other) => one.name.localeCompare(other.name, "en"));
			writeFileSync(join(outDir, "licences.txt"), licencesText(packages));
		},
	};
}

/** The folder of the package a module is of: a package inside another one's folder counts for itself. */
export function folderOf(id: string): string | undefined {
	return /^[^\0?]*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(id)?.[0];
}

function readPackage(folder: string): ShippedPackage {
	const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const licence = checkLicence(name, license);
	const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(one));
	const notice = join(folder, "NOTICE");
	const holder = `Copyright (c) ${typeof author === "string" ? author : (author?.name ?? `the authors of ${name}`)}`;
	const own = file ? readFileSync(join(folder, file), "utf8").replace(ofBundled, "").trim() : "";
	// Some bring the terms and leave out whose they are.
	const whole = /copyright/i.test(own.replace(theSameTerms(), "")) ? own : `${holder}\n\n${own}`.trim();
	const text = exceptions[name]?.text ?? whole;
	return {
		name,
		version,
		licence,
		text: existsSync(notice) ? `${text}\n\n${readFileSync(notice, "utf8").trim()}` : text,
		note: exceptions[name]?.note,
	};
}

/** The licence of a package, if it may be shipped under it. */
export function checkLicence(name: string, licence: unknown): string {
	if (typeof licence === "string" && (allowed.includes(licence) || exceptions[name]?.licence === licence))
		return licence;
	throw new Error(
		`${name} must not be shipped: its licence ${JSON.stringify(licence)} is none of ${allowed.join(", ")}.`,
	);
}

/** One part a package, and one for the terms of the MIT licence, which most of them share: they stand once, at the end. */
export function licencesText(packages: readonly ShippedPackage[]): string {
	const parts = packages.map(({ name, version, licence, text, note }) =>
		[`${name} ${version}`, `Licence: ${licence}`, ...(note ? [note] : []), "", withTerms(text, licence)].join(
			"\n",
		),
	);
	const line = `\n\n${"-".repeat(80)}\n\n`;
	return `${["Chatside holds code of these packages.", ...parts, `Terms of the MIT licence\n\n${mitTerms}`].join(line)}\n`;
}

const seeEnd = "Under the terms of the MIT licence, at the end of this file.";

function withTerms(text: string, licence: string): string {
	if (licence !== "MIT") return text;
	return /permission\s+is\s+hereby\s+granted/i.test(text)
		? text.replace(theSameTerms(), seeEnd)
		: `${text}\n\n${seeEnd}`;
}

/** The same words, however their lines are broken. What differs in a word stays with its package. */
function theSameTerms(): RegExp {
	const words = mitTerms.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return new RegExp(words.join("\\s+"));
}

const mitTerms = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
