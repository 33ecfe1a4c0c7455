import { describe, expect, it } from "vitest";
import {
	emptyTemplate,
	notAPhone,
	preferencesOf,
	valuesOf,
} from "@/components/settings/follow-up/rules/form-values";
import { defaultFollowUp, type FollowUpPreferences } from "@/lib/followup/settings";
import { followUpSchema } from "@/lib/followup/settings-schema";

const open = () => false;

const full: FollowUpPreferences = {
	...defaultFollowUp,
	enabled: true,
	run_days: [0, 3],
	excluded_phones: ["+34612345678", "+5511987654321"],
	words: [{ text: "wholesale", weight: -0.4 }],
	templates: [
		{ text: "Hi {name}", language: "pt", outcome: "pending", objection: "price", attempt: 2 },
		{ text: "Still interested?", language: null, outcome: null, objection: null, attempt: null },
	],
};

describe("the form of the rules", () => {
	it.each([
		["the defaults", defaultFollowUp],
		["everything set", full],
	])("gives back what it was given: %s", (_, stored) => {
		expect(preferencesOf(valuesOf(stored), stored, open)).toEqual(stored);
	});

	it("gives what can be stored, whatever was added", () => {
		const values = valuesOf(defaultFollowUp);
		values.templates.push({ ...emptyTemplate, text: "  Hello  ", attempt: "3" });
		values.words.push({ text: " urgent ", weight: 1 });
		values.run_days = ["6", "1"];
		const wanted = preferencesOf(values, defaultFollowUp, open);
		expect(followUpSchema.parse(wanted)).toEqual(wanted);
		expect(wanted.templates).toEqual([
			{ text: "Hello", language: null, outcome: null, objection: null, attempt: 3 },
		]);
		expect(wanted.words).toEqual([{ text: "urgent", weight: 1 }]);
		expect(wanted.run_days).toEqual([1, 6]);
	});

	it("stores a number once, however it was written", () => {
		const values = { ...valuesOf(full), excluded_phones: "+34 612 34 56 78\n0034612345678; +34612345678" };
		expect(preferencesOf(values, full, open).excluded_phones).toEqual(["+34612345678"]);
	});

	it("leaves what the organisation has set as it is", () => {
		const values = { ...valuesOf(full), enabled: false, most_per_run: 3, excluded_phones: "" };
		const isLocked = (field: string) => field === "enabled" || field === "excluded_phones";
		expect(preferencesOf(values, full, isLocked)).toEqual({ ...full, most_per_run: 3 });
	});

	it.each([
		["+34 612 34 56 78", undefined],
		["", undefined],
		["+34612345678\n612345678", "612345678"],
		["Lucía", "Lucía"],
	])("knows what is no international number in %j", (text, wrong) => {
		expect(notAPhone(text)).toBe(wrong);
	});
});
