import { readFileSync } from "node:fs";
import { join } from "node:path";
import { extensionDir } from "./stage";

/** The interface's text of a message name, as built; throws when there is none. `all` has every one by its name. */
export type Texts = ((name: string) => string) & { all: Record<string, { message: string }> };

/** The texts of one of the built languages: `en`, `es`, `pt_BR`. */
export function readTexts(locale: string): Texts {
	const file = join(extensionDir, "_locales", locale, "messages.json");
	const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, "utf8"));
	const textOf = (name: string) => {
		const entry = messages[name];
		if (!entry) throw new Error(`There is no message "${name}" in ${locale}.`);
		return entry.message;
	};
	return Object.assign(textOf, { all: messages });
}
