import fc from "fast-check";
import { expect, it } from "vitest";
import { readLink } from "@/lib/crm/read-link";

it.each([
	["https://crm.example.com/c/1", "https://crm.example.com/c/1"],
	["HTTP://crm.local/c/1", "http://crm.local/c/1"],
	["  https://crm.example.com  ", "https://crm.example.com/"],
])("reads the link %j", (value, href) => {
	expect(readLink(value)).toBe(href);
});

it.each([
	"javascript:alert(1)",
	" javascript:alert(1)//https://x.example",
	"data:text/html,<b>",
	"ftp://x.example",
	"/customers/1",
	"//x.example/1",
	"https://",
	"https:x.example",
	"www.example.com",
	"",
	5,
	null,
	{},
])("does not open %j", (value) => {
	expect(readLink(value)).toBeNull();
});

it("only ever gives http and https", () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.jsonValue()), (value) =>
			/^https?:\/\//.test(readLink(value) ?? "http://"),
		),
		{ numRuns: 60 },
	);
});
