import { expect, it } from "vitest";
import { errorText } from "@/lib/core/error-text";

it.each([
	[new TypeError("No number."), "No number."],
	[new DOMException("The disk is full.", "QuotaExceededError"), "The disk is full."],
	[new DOMException("", "QuotaExceededError"), "QuotaExceededError"],
	["only words", "only words"],
])("is what %s says, or its name when it says nothing", (error, text) => {
	expect(errorText(error)).toBe(text);
});
