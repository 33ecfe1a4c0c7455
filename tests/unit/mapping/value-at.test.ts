import { describe, expect, it } from "vitest";
import { leadsSomewhere, valueAt } from "@/lib/mapping/value-at";

const answer = { people: [{ name: null }, { name: "Bo", tags: [] }], blank: " ", zero: 0, no: false };

describe("a path into an answer", () => {
	it("leads to the value it names, or nowhere", () => {
		expect(valueAt(answer, ["people", 1, "name"])).toBe("Bo");
		expect(valueAt(answer, [])).toBe(answer);
		expect(valueAt(answer, ["people", "length"])).toBeUndefined();
		expect(valueAt(answer, ["toString"])).toBeUndefined();
		expect(valueAt(answer, ["people", 9, "name", "more"])).toBeUndefined();
	});

	it("leads somewhere when it does in any element of a list", () => {
		expect(leadsSomewhere(answer, ["people", 0, "name"])).toBe(true);
		expect(leadsSomewhere(answer, ["people", 0, "email"])).toBe(false);
	});

	it("leads nowhere where there is nothing, and 0 and false are something", () => {
		for (const name of ["blank", "missing", "toString"]) expect(leadsSomewhere(answer, [name])).toBe(false);
		expect(leadsSomewhere(answer, ["people", 1, "tags"])).toBe(false);
		for (const name of ["zero", "no"]) expect(leadsSomewhere(answer, [name])).toBe(true);
	});
});
