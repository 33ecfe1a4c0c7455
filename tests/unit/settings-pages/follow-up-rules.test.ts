import { describe, expect, it } from "vitest";
import {
	emptyTemplate,
	notPhones,
	preferencesOf,
	unknownPlaceholder,
	valuesOf,
} from "@/components/settings/follow-up/rules/form-values";
import { readExcludedPhone } from "@/lib/followup/excluded-phone";
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
		"+34 612 345 678",
		"0034612345678",
		"tel:+34612345678",
		"tel:+34-612-345-678",
		"wa.me/34612345678",
		"https://wa.me/34612345678?text=Hola",
		"https://api.whatsapp.com/send?phone=34612345678&text=Hola",
		"34612345678@c.us",
		"34612345678@s.whatsapp.net",
		"34612345678",
		"34 612 34 56 78",
		"+34 612 345 678 (Lucía)",
		"34612345678 (Lucía)",
	])("reads %s", (written) => {
		expect(notPhones(written, "")).toEqual([]);
		expect(readExcludedPhone(written)?.e164).toBe("+34612345678");
	});

	it.each([
		"612345678",
		"4792345678",
		"5",
		"hola",
		"120363041234567890@g.us",
		"wa.me/lucia",
		"tel:112",
		"+0 123456",
	])("does not read %s", (written) => {
		expect(readExcludedPhone(written)).toBeNull();
	});

	it("tells every line that is no number, and what may be meant", () => {
		const text = "+34 612 34 56 78\n612 34 56 79; hola\n\n4792345678";
		expect(notPhones(text, "ES")).toEqual([
			{ line: 2, text: "612 34 56 79", perhaps: "+34 612 34 56 79" },
			{ line: 2, text: "hola" },
			{ line: 4, text: "4792345678", perhaps: "+47 92 34 56 78" },
		]);
		expect(notPhones("612345679", "")).toEqual([{ line: 1, text: "612345679" }]);
		expect(notPhones("", "ES")).toEqual([]);
	});

	it.each([
		["Hola {nombre}", "{nombre}"],
		["Hola {{name}}", "{{name}}"],
		["Hola {name", "{name"],
		["Hola name}", "}"],
		["Hola {Name}", "{Name}"],
		["Hola {name}, ¿sigue interesado en {product}?", undefined],
		["Hola", undefined],
	])("knows what %s leaves unfilled", (text, unknown) => {
		expect(unknownPlaceholder(text)).toBe(unknown);
	});
});
