import { getCountries, getCountryCallingCode } from "libphonenumber-js/min";
import { expect, it } from "vitest";
import { digitsOf, nationalDigits } from "@/lib/crm/phone-digits";

it.each([
	["+34612345678", "612345678"],
	["+447911123456", "7911123456"],
	["+12025550123", "2025550123"],
	["+77011234567", "7011234567"],
	["+351912345678", "912345678"],
	["+5511987654321", "11987654321"],
])("the national digits of %s are %s", (e164, national) => {
	expect(nationalDigits(e164)).toBe(national);
	expect(digitsOf(e164)).toBe(e164.slice(1));
});

it.each(["612345678", "34612345678", "07911123456"])(
	"takes nothing off %s, whose country nobody knows",
	(digits) => {
		expect(nationalDigits(digits)).toBe(digits);
	},
);

it("takes off the code of every country, and no more", () => {
	for (const country of getCountries())
		expect(nationalDigits(`+${getCountryCallingCode(country)}5550000`), country).toBe("5550000");
});
