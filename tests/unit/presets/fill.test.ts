import { describe, expect, it } from "vitest";
import { presets } from "@/lib/crm/presets";
import { fillPreset, presetProblemSentence } from "@/lib/crm/presets/fill";
import type { Preset } from "@/lib/crm/presets/preset";
import { shopify } from "@/lib/crm/presets/shopify";
import { woocommerce } from "@/lib/crm/presets/woocommerce";
import { zoho } from "@/lib/crm/presets/zoho";

function problems(preset: Preset, values: Record<string, string>): string[] {
	const filled = fillPreset(preset, values);
	return filled.ok ? [] : filled.failure.map((problem) => presetProblemSentence(preset, problem));
}

const urlOf = (preset: Preset, values: Record<string, string>) => {
	const filled = fillPreset(preset, values);
	return filled.ok ? filled.value[0]?.url : filled.failure;
};

describe("a preset", () => {
	it.each(presets)("of $name names each missing value", (preset) => {
		expect(problems(preset, {})).toEqual(preset.fields.map(({ label }) => `${label} is missing.`));
	});

	it.each(presets)("of $name has a value for every mark, and needs every value", (preset) => {
		const text = JSON.stringify(preset.endpoints);
		const marks = new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, key]) => key));
		expect([...marks].sort()).toEqual(preset.fields.map(({ key }) => key).sort());
	});

	it.each(presets)("of $name keeps secrets in the sign-in, where they are masked", (preset) => {
		const secrets = preset.fields.filter(({ secret }) => secret).map(({ key }) => `{{${key}}}`);
		const others = JSON.stringify(preset.endpoints.map((endpoint) => ({ ...endpoint, auth: undefined })));
		expect(secrets.filter((mark) => others.includes(mark))).toEqual([]);
	});

	it.each(presets)("of $name puts nothing into an expression that could end a text there", (preset) => {
		const free = preset.fields.filter(({ kind }) => kind === "text").map(({ key }) => `{{${key}}}`);
		const mappings = preset.endpoints.map(({ mapping }) => mapping).join();
		expect(free.filter((mark) => mappings.includes(mark))).toEqual([]);
	});

	it("is named by its own id, and sets at least the customer and the search for one", () => {
		expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
		for (const { endpoints } of presets)
			expect(endpoints.map(({ type }) => type)).toEqual(
				expect.arrayContaining(["sidePanel_CustomerInfo", "sidePanel_CustomerFindToJoin"]),
			);
	});
});

describe("a subdomain", () => {
	it.each(["my-shop", " My-Shop ", "my-shop.myshopify.com", "https://my-shop.myshopify.com/"])(
		"may be written as %j",
		(shop) => {
			expect(urlOf(shopify, { shop, token: "x" })).toBe(
				"https://my-shop.myshopify.com/admin/api/2026-10/graphql.json",
			);
		},
	);

	it.each(["my-shop.myshopify.com/admin", "https://admin.shopify.com/store/my-shop"])(
		"may not have a path: %j",
		(shop) => {
			expect(problems(shopify, { shop, token: "x" })).toEqual([
				"Shop name: write only the beginning of the address, such as my-shop.",
			]);
		},
	);

	it.each(["my shop", "shop.example.com", "-shop", "shop@evil", "my-shop:8080", "{phone}"])(
		"may not be anything but a name: %j",
		(shop) => {
			expect(problems(shopify, { shop, token: "x" })).toEqual([
				"Shop name: write only the name, such as my-shop.",
			]);
		},
	);
});

describe("an address", () => {
	const keys = { consumer_key: "ck_1", consumer_secret: "cs_1" };

	it("of a shop may have a path", () => {
		expect(urlOf(woocommerce, { ...keys, shop: "https://example.com/shop/" })).toBe(
			"https://example.com/shop/wp-json/wc/v3/orders",
		);
	});

	it.each([
		["shop.example.com", 'Address of the shop: "shop.example.com" cannot be used: write the whole address'],
		["http://shop.example.com", "Address of the shop: "],
		["https://me:secret@shop.example.com", "Address of the shop: "],
		["https://shop.example.com/?p=1", "Address of the shop: write only the beginning of the address"],
		["https://shop.example.com/{phone}", "Address of the shop: write only the beginning of the address"],
	])("that is none is refused: %j", (shop, beginning) => {
		const [sentence = ""] = problems(woocommerce, { ...keys, shop });
		expect(sentence.startsWith(beginning)).toBe(true);
		expect(sentence).not.toContain("secret");
	});

	it("of a server may not have a path", () => {
		const values = { api: "https://www.zohoapis.eu/crm", app: "https://crm.zoho.eu", token: "x" };
		expect(problems(zoho, values)).toEqual([
			"API address: write only the beginning of the address, such as https://www.zohoapis.eu.",
		]);
	});
});

it("a number is digits, and a token what a header can carry", () => {
	const hubspot = presets.find(({ id }) => id === "hubspot") as Preset;
	expect(problems(hubspot, { hub: "12a", token: "pat\n1" })).toEqual([
		"Access token holds a character that cannot be sent. Copy it again.",
		"Hub ID is a number, such as 12345678.",
	]);
});
