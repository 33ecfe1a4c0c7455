import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { masked } from "@/lib/crm/auth-field";
import { keepUrl, maskUrl, withoutMaskedQuery } from "@/lib/crm/secret-url";

describe("an address", () => {
	it.each([
		["https://x.example/a?api_key=k1&page=2", `https://x.example/a?api_key=${masked}&page=2`],
		[
			"https://x.example/a?page=2&Access%5FToken=k1#top",
			`https://x.example/a?page=2&Access%5FToken=${masked}#top`,
		],
		["https://x.example/?key=k1&sig=k2&monkey=3", `https://x.example/?key=${masked}&sig=${masked}&monkey=3`],
		["https://ana:k1@x.example/a", `https://${masked}@x.example/a`],
		["https://x.example/{phone}?token={phone}&secret=", "https://x.example/{phone}?token={phone}&secret="],
		["https://x.example/a?token", "https://x.example/a?token"],
		["no address ?token=k1", `no address ?token=${masked}`],
		["", ""],
	])("%s is shown without its secrets, and as it is otherwise", (url, shown) => {
		expect(maskUrl(url)).toBe(shown);
	});

	it("comes back with what is stored, whoever has encoded it meanwhile", () => {
		const stored = "https://x.example/a?api_key=k%2B1&token=first&token=second&page=2";
		const missing: string[] = [];
		const keep = (url: string, from: string | undefined = stored) =>
			keepUrl(url, from, (name) => missing.push(name));
		expect(keep(maskUrl(stored))).toBe(stored);
		expect(keep(new URL(maskUrl(stored)).href)).toBe(stored);
		expect(keep(`https://x.example/b?page=3&api_key=${masked}`)).toBe(
			"https://x.example/b?page=3&api_key=k%2B1",
		);
		expect(keep("https://x.example/a?api_key=another")).toBe("https://x.example/a?api_key=another");
		expect(missing).toEqual([]);
		keep(`https://x.example/a?page=${masked}&secret=${masked}`);
		expect(missing).toEqual(["secret"]);
		keep(maskUrl("https://x.example/?token=a&token=b&token=c"));
		expect(missing).toEqual(["secret", "token"]);
		keep(`https://x.example/a?api_key=${masked}`, "https://x.example/a");
		expect(missing).toEqual(["secret", "token", "api_key"]);
	});

	it("can do without what is masked", () => {
		expect(withoutMaskedQuery(`https://x.example/a?key=${masked}&page=2#z`)).toBe(
			"https://x.example/a?page=2#z",
		);
		expect(withoutMaskedQuery(`https://x.example/a?key=${masked}`)).toBe("https://x.example/a");
	});

	it("is itself again once it was masked and kept, whatever it is", () => {
		const entry = fc.tuple(fc.constantFrom("key", "token", "page", "q", "x%20key"), fc.webQueryParameters());
		fc.assert(
			fc.property(fc.webPath(), fc.array(entry), (path, entries) => {
				const query = entries.map(([name, value]) => `${name}=${value}`).join("&");
				const url = `https://x.example${path}${query ? `?${query}` : ""}`;
				const missing: string[] = [];
				expect(keepUrl(maskUrl(url), url, (name) => missing.push(name))).toBe(url);
				expect(missing).toEqual([]);
			}),
		);
	});
});
