type TypesEntry = { path: string; text: string; tsReference?: boolean } | { module: string };

/**
 * Types of `i18n.t` that say what those of `@wxt-dev/i18n` say, for a third of the time: theirs make each call compare its
 * key with every key there is, and there are well over a thousand of both.
 */
const text = `import { createI18n } from "@wxt-dev/i18n";
import type { GeneratedI18nStructure as Structure } from "./structure";

type Value = string | number;
type Values = {
	0: [];
	1: [$1: Value];
	2: [$1: Value, $2: Value];
	3: [$1: Value, $2: Value, $3: Value];
	4: [$1: Value, $2: Value, $3: Value, $4: Value];
	5: [$1: Value, $2: Value, $3: Value, $4: Value, $5: Value];
	6: [$1: Value, $2: Value, $3: Value, $4: Value, $5: Value, $6: Value];
	7: [$1: Value, $2: Value, $3: Value, $4: Value, $5: Value, $6: Value, $7: Value];
	8: [$1: Value, $2: Value, $3: Value, $4: Value, $5: Value, $6: Value, $7: Value, $8: Value];
	9: [$1: Value, $2: Value, $3: Value, $4: Value, $5: Value, $6: Value, $7: Value, $8: Value, $9: Value];
};
type ValuesOf = { [Key in keyof Structure]: Values[Structure[Key]["substitutions"]] };
type Plural = { [Key in keyof Structure]: Structure[Key]["plural"] extends true ? Key : never }[keyof Structure];
type Single = Exclude<keyof Structure, Plural>;
type Plain = { [Key in Single]: Structure[Key]["substitutions"] extends 0 ? Key : never }[Single];
/** What says no more than a number, which stands for its one value. */
type Counted = { [Key in Plural]: Structure[Key]["substitutions"] extends 0 | 1 ? Key : never }[Plural];

interface Translate {
	(key: Plain): string;
	<Key extends Single>(key: Key, values: ValuesOf[Key]): string;
	(key: Counted, count: number): string;
	<Key extends Plural>(key: Key, count: number, values: ValuesOf[Key]): string;
}

export const i18n = createI18n<Structure>() as unknown as { t: Translate };

export type { Structure as GeneratedI18nStructure };
`;

/** Puts them in the place of the generated ones. */
export function quickI18nTypes(entries: TypesEntry[]): void {
	const entry = entries.find((one) => "path" in one && /i18n[\\/]index\.ts$/.test(one.path));
	if (!entry || !("path" in entry)) throw new Error("There is no generated i18n/index.ts to replace.");
	entry.text = text;
}
