import { readPhone } from "@/lib/contacts/phone";
import { perhapsMeant, readExcludedPhone } from "@/lib/followup/excluded-phone";
import type { Language, Outcome } from "@/lib/followup/finding";
import type { FollowUpPreferences } from "@/lib/followup/settings";
import type { Objection } from "@/lib/followup/signal";

/** What the form holds: as its controls have it. What fits everything is an empty text. */
export type RulesValues = Omit<FollowUpPreferences, "run_days" | "excluded_phones" | "templates"> & {
	run_days: string[];
	/** One a line. */
	excluded_phones: string;
	templates: TemplateValues[];
};
export type TemplateValues = {
	text: string;
	language: Language | "";
	outcome: Outcome | "";
	objection: Objection | "";
	attempt: string;
};

export const emptyTemplate: TemplateValues = {
	text: "",
	language: "",
	outcome: "",
	objection: "",
	attempt: "",
};

export const valuesOf = (stored: FollowUpPreferences): RulesValues => ({
	...stored,
	run_days: stored.run_days.map(String),
	excluded_phones: stored.excluded_phones.map((phone) => readPhone(phone)?.display ?? phone).join("\n"),
	templates: stored.templates.map(({ text, language, outcome, objection, attempt }) => ({
		text,
		language: language ?? "",
		outcome: outcome ?? "",
		objection: objection ?? "",
		attempt: attempt === null ? "" : String(attempt),
	})),
});

/** What is to be stored; what the organisation has set stays as it is. */
export function preferencesOf(
	values: RulesValues,
	stored: FollowUpPreferences,
	isLocked: (field: keyof FollowUpPreferences) => boolean,
): FollowUpPreferences {
	const wanted: FollowUpPreferences = {
		...values,
		run_days: values.run_days.map(Number).toSorted((one, other) => one - other),
		excluded_phones: [
			...new Set(linesOf(values.excluded_phones).map((line) => readExcludedPhone(line)?.e164 ?? line)),
		],
		words: values.words.map(({ text, weight }) => ({ text: text.trim(), weight })),
		templates: values.templates.map(({ text, language, outcome, objection, attempt }) => ({
			text: text.trim(),
			language: language || null,
			outcome: outcome || null,
			objection: objection || null,
			attempt: attempt === "" ? null : Number(attempt),
		})),
	};
	const kept = Object.entries(stored).filter(([field]) => isLocked(field as keyof FollowUpPreferences));
	return { ...wanted, ...Object.fromEntries(kept) };
}

/** The numbers in a text, as typed. */
export const linesOf = (text: string): string[] =>
	text
		.split(/[\n,;]/)
		.map((line) => line.trim())
		.filter(Boolean);

/** What cannot be read as a number: in which line it stands, from 1, and what may be meant in a region (`ES`, `+34`). */
export type NotAPhone = { line: number; text: string; perhaps?: string };

export const notPhones = (text: string, region: string): NotAPhone[] =>
	text.split("\n").flatMap((line, index) =>
		linesOf(line)
			.filter((one) => readExcludedPhone(one) === null)
			.map((one) => {
				const perhaps = perhapsMeant(one, region)?.display;
				return { line: index + 1, text: one, ...(perhaps !== undefined && { perhaps }) };
			}),
	);

/** What stands in braces and is filled in by nothing; `undefined` where there is none. */
export const unknownPlaceholder = (text: string): string | undefined =>
	text.replaceAll(/(?<!\{)\{(?:name|product)\}(?!\})/g, "").match(/\{+[^{}]*\}*|\}+/)?.[0];
