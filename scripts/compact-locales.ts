import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes the built texts without the indentation they are generated with. */
export function compactLocales(outDir: string): void {
	const dir = join(outDir, "_locales");
	for (const locale of readdirSync(dir)) {
		const file = join(dir, locale, "messages.json");
		writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, "utf8"))));
	}
}
